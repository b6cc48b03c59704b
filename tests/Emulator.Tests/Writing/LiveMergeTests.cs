using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>The live API answers a merge in its own way.</summary>
public sealed class LiveMergeTests : AsynchronousAccount
{
    protected override Strictness Strictness => Strictness.Live;

    [Fact]
    public async Task A_merge_is_answered_with_202_and_an_empty_array_in_place_of_attributes()
    {
        AddProfile("P1", """ "email":"ada@example.com" """);
        AddProfile("P2", """ "email":"bob@example.com" """);
        Answer answer = await Post("/api/profile-merge", MergeTests.Body("P1", "P2"));

        answer.Status.Should().Be(HttpStatusCode.Accepted);
        answer.Body.GetProperty("data").GetProperty("id").GetString().Should().Be("P1");
        answer.Body.GetProperty("data").GetProperty("attributes").GetRawText().Should().Be("[]");
    }
}
