using System.Text;
using System.Text.Json;
using CsCheck;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Documents.Repetition;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Tests.Columns;

/// <summary>
/// Fuzz tests of the parts that reading into columns skips (repeated relationships and links): it accepts nothing that System.Text.Json rejects, and
/// gives no other value. The memory of earlier pages is present, as in a run.
/// </summary>
public sealed class ColumnFuzzTests
{
    private const int Rounds = 20_000;

    private static readonly string[] _pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0041", "null", "true", "0", "-", "1e4", "\"\"", "{}", "[]", " ", "\n", "R1", "R2", "/",
        "\"email\":", "\"location\":", "\"city\":\"x\"", "\"id\":", "\"links\":", "é", "\u0001",
    ];

    private static readonly Projection _projection = new(
        (System.Linq.Expressions.Expression<Func<Profile, (string, string?, string?)>>)(p => ValueTuple.Create(p.Id, p.Email, p.Location.City)),
        ModelMap.Empty);

    private static readonly string _page = $"{{\"data\":[{Row("R1")},{Row("R2")},{Row("R33")}],\"links\":{{\"self\":\"https://x/api/profiles\",\"next\":null}}}}";

    [Fact]
    public void A_damaged_page_is_read_as_the_framework_reads_it_or_refused()
    {
        PageMemory memory = new();
        int read = 0, refused = 0;
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Array[0, 3].Sample(
            changes =>
            {
                DocumentReader.Read(Encoding.UTF8.GetBytes(_page), null, memory, _projection.Columns);
                byte[] document = changes.Aggregate(Encoding.UTF8.GetBytes(_page), Damage);
                JsonDocument? parsed = Parse(document);
                List<(string, string?, string?)>? rows = Rows(document, memory);
                List<(string, string?, string?)>? alone = Rows(document, new PageMemory());
                Interlocked.Increment(ref rows is null ? ref refused : ref read);

                (rows is null).Should().Be(alone is null, "what came before decides nothing: {0}", Encoding.UTF8.GetString(document));
                rows?.Should().Equal(alone);
                if (parsed is null)
                    rows.Should().BeNull("System.Text.Json refuses {0}", Encoding.UTF8.GetString(document));
                else if (rows is not null)
                    rows.Should().Equal(Expected(parsed), "so it is in {0}", Encoding.UTF8.GetString(document));
            },
            iter: Rounds,
            threads: 1);
        read.Should().BeGreaterThan(Rounds / 10);
        refused.Should().BeGreaterThan(Rounds / 4);
    }

    private static string Row(string id) => """
        {"type":"profile","id":"ID","attributes":{"email":"ID@example.com","location":{"city":"Rome"}},"relationships":{"lists":{"links":{"self":"https://x/api/profiles/ID/relationships/lists/","related":"https://x/api/profiles/ID/lists/"}}},"links":{"self":"https://x/api/profiles/ID/"}}
        """.Replace("ID", id, StringComparison.Ordinal);

    private static byte[] Damage(byte[] page, (int Kind, int Place, int Value) change)
    {
        int at = change.Place % (page.Length + 1);
        int length = Math.Min(1 + (change.Value % 20), page.Length - at);
        byte[] piece = Encoding.UTF8.GetBytes(_pieces[change.Value % _pieces.Length]);
        return change.Kind switch
        {
            0 => [.. page[..at], .. page[(at + length)..]],
            1 => [.. page[..at], .. piece, .. page[at..]],
            2 => [.. page[..at], .. piece, .. page[Math.Min(page.Length, at + piece.Length)..]],
            3 => [.. page[..at], .. page[at..(at + length)], .. page[at..]],
            _ => [.. page[..at], (byte)(32 + (change.Value % 95)), .. page[Math.Min(page.Length, at + 1)..]],
        };
    }

    private static JsonDocument? Parse(byte[] document)
    {
        try
        {
            return JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = KlaviyoMap.MaxDepth });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<(string, string?, string?)>? Rows(byte[] document, PageMemory memory)
    {
        try
        {
            Shaper<(string, string?, string?)> shaper = _projection.For<(string, string?, string?)>([]);
            ResourcePage page = DocumentReader.Read(document, null, memory, _projection.Columns);
            return page.Resources.Any(resource => resource.ResourceType != "profile") ? null : [.. page.Resources.Select(shaper.Shape)];
        }
        catch (KlaviyoException)
        {
            return null;
        }
    }

    private static List<(string, string?, string?)> Expected(JsonDocument document)
    {
        JsonElement data = document.RootElement.GetProperty("data");
        JsonElement[] resources = data.ValueKind switch { JsonValueKind.Array => [.. data.EnumerateArray()], JsonValueKind.Null => [], _ => [data] };
        return [.. resources.Select(resource => (
            Text(Last(resource, "id"))!,
            Text(Merged(resource, "email")),
            Merged(resource, "location") is { ValueKind: JsonValueKind.Object } location ? Text(Last(location, "city")) : null))];
    }

    // Attributes that come twice are one object; of a member that comes twice the last one counts.
    private static JsonElement? Merged(JsonElement resource, string name) => resource.EnumerateObject()
        .Where(member => member.Name == "attributes" && member.Value.ValueKind == JsonValueKind.Object)
        .SelectMany(member => member.Value.EnumerateObject().Where(inner => inner.Name == name)).Select(inner => (JsonElement?)inner.Value).LastOrDefault();

    private static JsonElement? Last(JsonElement element, string name) =>
        element.EnumerateObject().Where(member => member.Name == name).Select(member => (JsonElement?)member.Value).LastOrDefault();

    // Whatever else stands where a text should is its own text: true is "true", and JsonElement.ToString would say "True".
    private static string? Text(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => value.Value.GetString(),
        _ => value.Value.GetRawText(),
    };
}
