using System.Net;
using CsCheck;

namespace KlaviyoLinq.Emulator.Tests.Server;

public sealed class JunkRequestsTests(SeededAccount account) : IClassFixture<SeededAccount>
{
    private static readonly string[] _paths = ["/api/profiles", "/api/events", "/api/reviews", "/api/tags", "/api/lists/Y6nRLr/profiles"];

    private static readonly string[] _names =
        ["filter", "sort", "include", "fields[profile]", "additional-fields[profile]", "page[size]", "page[cursor]", "fields[", "x"];

    private static readonly string[] _pieces =
        [
            "equals(", "any(", "has(", "and(", "not(", "greater-than(", ")", "[", "]", ",", "\"a\"", "'", "\\", "email", "created", "rating",
            "profile", "2024-01-01", "7", "true", "null", "-", "id", ".", "é", "\0"
        ];

    [Fact]
    public async Task Junk_is_answered_with_200_or_400_and_never_brings_the_server_down()
    {
        Gen<string> value = Gen.OneOf(Gen.Int[0, _pieces.Length - 1].Select(i => _pieces[i]).Array[0, 12].Select(string.Concat), Gen.String[0, 20]);
        Gen<string> request = Gen.Select(Gen.Int[0, _paths.Length - 1], Gen.Int[0, _names.Length - 1], value)
            .Select((path, name, text) => $"{_paths[path]}?{_names[name]}={Uri.EscapeDataString(text)}");

        await request.SampleAsync(async junk =>
        {
            Answer answer = await account.Client.Get(junk);

            answer.Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
            answer.Body.TryGetProperty(answer.Status == HttpStatusCode.OK ? "data" : "errors", out _).Should().BeTrue();
        }, iter: 400, threads: 2);
    }

    [Fact]
    public async Task Many_readers_and_a_writer_do_not_get_in_each_others_way()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 300, Events = 0 });
        using EmulatorClient client = new(emulator);
        string[] there = [.. emulator.Resources("profile").Select(p => p.GetProperty("id").GetString()!)];

        Task<List<string>>[] readers =
            [.. Enumerable.Range(0, 8).Select(i => client.Ids($"/api/profiles?page[size]=17&sort={(i % 2 == 0 ? "email" : "-updated")}"))];
        for (int i = 0; i < 300; i++)
            emulator.Add($$"""{"type":"profile", "id":"N{{i}}", "attributes":{"email":"n{{i}}@example.com", "updated":"2025-01-01T00:00:00Z"} }""");

        foreach (List<string> ids in await Task.WhenAll(readers))
            ids.Should().OnlyHaveUniqueItems().And.Contain(there);
    }
}
