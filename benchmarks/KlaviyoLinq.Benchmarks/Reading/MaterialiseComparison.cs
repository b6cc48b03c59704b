using System.Linq.Expressions;
using System.Text.Json;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Benchmarks.Streaming;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Documents.Repetition;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Benchmarks.Reading;

/// <summary>
/// Comparison of materializing a page of 100 profiles with scanning its bytes and with the framework's deserializers for hand-written models.
/// </summary>
internal sealed class MaterialiseComparison
{
    private const int Rounds = 1_000;

    private readonly PageMemory _memory = new();

    internal static async Task RunAsync(string[] args)
    {
        CannedPages pages = await CannedPages.MakeAsync(profiles: 100);
        MaterialiseComparison comparison = new();
        byte[] whole = pages.Whole[0];
        byte[] sparse = pages.Sparse[0];
        new RatioTable("Making objects of a page", $"A page of 100 profiles as the emulator writes it, {whole.Length:N0} bytes. The floor walks it with `Utf8JsonReader` and keeps nothing.")
            .Add(await comparison.WholeAsync(whole))
            .Add($"Three members of each (id, email, city), as rows of a compiled projection. The page is the one that such a query gets, with `fields[profile]=email,location.city`: {sparse.Length:N0} bytes.")
            .Add(await comparison.ThreeMembersAsync(sparse))
            .Add("The same three members of the whole page, as if a server ignored `fields[profile]`.")
            .Add(await comparison.ThreeMembersAsync(whole))
            .Publish(ResultsFolder.Of(args), "materialise.md");
    }

    internal Task<IReadOnlyList<Measurement>> WholeAsync(byte[] page, int rounds = Rounds) => Turns(rounds)
        .Add("walking it with Utf8JsonReader", () => Walk(page))
        .Add("KlaviyoLinq", () => DocumentReader.Read(page, [], _memory))
        .Add("System.Text.Json, generated, the same content", () => JsonSerializer.Deserialize(page, HandWritten.Default.Whole))
        .Add("System.Text.Json, generated, without relationships", () => JsonSerializer.Deserialize(page, HandWritten.Default.Lean))
        .RunAsync(warmUp: 1_000);

    internal Task<IReadOnlyList<Measurement>> ThreeMembersAsync(byte[] page, int rounds = Rounds)
    {
        Projection projection = new(
            (Expression<Func<Profile, (string, string?, string?)>>)(p => ValueTuple.Create(p.Id, p.Email, p.Location.City)), ModelMap.Empty);
        Fieldset[] fieldsets = [new Fieldset("profile", ["email", "location.city"])];
        return Turns(rounds)
            .Add("walking it with Utf8JsonReader", () => Walk(page))
            .Add("KlaviyoLinq", () => Rows(DocumentReader.Read(page, fieldsets, _memory, projection.Columns), projection))
            .Add("System.Text.Json, generated, three members", () => JsonSerializer.Deserialize(page, HandWritten.Default.ThreeMembers))
            .RunAsync(warmUp: 1_000);
    }

    // Short turns: what interrupts one on a busy machine falls on few of them.
    private static Interleaved Turns(int rounds) => new(rounds, round: TimeSpan.FromMilliseconds(0.4));

    private static object? Rows(ResourcePage page, Projection projection)
    {
        Shaper<(string, string?, string?)> shaper = projection.For<(string, string?, string?)>([]);
        (string, string?, string?)[] rows = new (string, string?, string?)[page.Resources.Count];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = shaper.Shape(page.Resources[i]);
        return rows;
    }

    private static object? Walk(byte[] page)
    {
        var json = new Utf8JsonReader(page, new JsonReaderOptions { MaxDepth = KlaviyoMap.MaxDepth });
        while (json.Read())
        {
        }

        return null;
    }
}
