using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>Classes of your own are read as leniently as the library's.</summary>
public sealed class MappedValueTests
{
    [KlaviyoResource("chapter", "/api/chapters")]
    public sealed class Chapter
    {
        public string Id { get; set; } = "";

        public string? Title { get; set; }

        public DateTimeOffset? Created { get; set; }

        public DateOnly? Day { get; set; }

        public double? Share { get; set; }

        public long? Pages { get; set; }

        public int? Notes { get; set; }

        public bool? Draft { get; set; }

        public IReadOnlyList<string>? Labels { get; set; }
    }

    [Theory]
    [InlineData("\"title\":7", "7")]
    [InlineData("\"title\":true", "true")]
    [InlineData("\"title\":\"Jane \\ud83d\"", "Jane \uFFFD")]
    [InlineData("\"created\":\"2026-07-01 22:35:06+00:00\"", "2026-07-01T22:35:06.0000000+00:00")]
    [InlineData("\"created\":\"2026-07-01T22:35:06\"", "2026-07-01T22:35:06.0000000+00:00")]
    [InlineData("\"created\":\"2026-07-01\"", "2026-07-01T00:00:00.0000000+00:00")]
    [InlineData("\"created\":\"\"", null)]
    [InlineData("\"day\":\"2026-07-01T22:35:06Z\"", "2026-07-01")]
    [InlineData("\"share\":\"0.5\"", "0.5")]
    [InlineData("\"pages\":\"12\"", "12")]
    [InlineData("\"pages\":12.0", "12")]
    [InlineData("\"notes\":\"3\"", "3")]
    [InlineData("\"draft\":\"true\"", "True")]
    public async Task An_odd_value_of_a_mapped_class_is_read(string attribute, string? value)
    {
        Chapter chapter = (await ReadAsync(attribute)).Single();

        object? read = (object?)chapter.Title ?? (object?)chapter.Created?.ToString("O") ?? (object?)chapter.Day?.ToString("O") ?? (object?)chapter.Share
            ?? (object?)chapter.Pages ?? (object?)chapter.Notes ?? chapter.Draft;
        FormattableString.Invariant($"{read}").Should().Be(value ?? "");
    }

    [Theory]
    [InlineData("\"title\":{\"secret\":1}", "a string", "an object")]
    [InlineData("\"created\":\"secret\"", "a date-time", "a string of another form")]
    [InlineData("\"share\":1e400", "a number", "a number of another form")]
    [InlineData("\"pages\":1.5", "a whole number", "a number of another form")]
    [InlineData("\"notes\":99999999999", "a whole number", "a number of another form")]
    [InlineData("\"draft\":\"secret\"", "a boolean", "a string of another form")]
    [InlineData("\"labels\":\"secret\"", "an array, each item a string", "a string of another form")]
    public async Task An_unreadable_value_of_a_mapped_class_is_named_by_its_place(string attribute, string expected, string found)
    {
        KlaviyoMaterializationException failure = (
            await FluentActions.Awaiting(() => ReadAsync(attribute)).Should().ThrowExactlyAsync<KlaviyoMaterializationException>()).Which;

        (failure.Expected, failure.Found, failure.ResourceType, failure.ResourceId).Should().Be((expected, found, "chapter", "C1"));
        failure.JsonPath.Should().Be("attributes." + attribute.Split('"')[1]);
        failure.ToString().Should().NotContain("secret").And.NotContain("9999");
    }

    private static async Task<List<Chapter>> ReadAsync(string attribute)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            $$$"""{"data":[{"type":"chapter","id":"C1","attributes":{{{{attribute}}}}}],"links":{"next":null}}""");
        await using var klaviyo = new KlaviyoContext(Runs.Options(server.Address).Map<Chapter>());
        return await klaviyo.Set<Chapter>().ToListAsync();
    }
}
