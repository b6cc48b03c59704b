using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>An operation that the emulator does not carry out is refused, unless the options accept it without effect.</summary>
public sealed class OperationsWithoutEffectTests
{
    private const string Path = "/api/conversation-messages";

    private const string Message =
        """
        {"data":{"type":"conversation-message","attributes":{"body":"Hello"},"relationships":{"conversation":{"data":{"type":"conversation","id":"C1"}}}}}
        """;

    [Fact]
    public async Task An_operation_that_is_not_carried_out_is_answered_with_405_and_its_name()
    {
        Answer answer = await Send(accepts: false, Message);

        answer.Status.Should().Be(HttpStatusCode.MethodNotAllowed);
        answer.Body.GetProperty("errors")[0].GetProperty("detail").GetString()
            .Should().Contain("POST " + Path).And.Contain(nameof(KlaviyoEmulatorOptions.AcceptWithoutEffect));
    }

    [Fact]
    public async Task It_can_be_accepted_with_its_documented_status() => (await Send(accepts: true, Message)).Status.Should().Be(HttpStatusCode.Accepted);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_body_is_checked_in_either_case(bool accepts)
    {
        Answer answer = await Send(accepts, """{"data":{"type":"conversation-message","attributes":{"shoe_size":42}}}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private static async Task<Answer> Send(bool accepts, string body)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            options.AcceptWithoutEffect = accepts;
        });
        using EmulatorClient client = new(emulator);

        return await client.Send("POST", Path, body);
    }
}
