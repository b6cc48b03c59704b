using System.Linq.Expressions;
using System.Text;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Documents.Repetition;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Tests.Columns;

/// <summary>Tests of the bytes allocated by a row of columns, which are the same on every machine.</summary>
[Collection("alone")]
public sealed class ColumnCostTests
{
    private const int Rows = 100;

    private static readonly byte[] _page = Encoding.UTF8.GetBytes(
        "{\"data\":[" + string.Join(',', Enumerable.Range(0, Rows).Select(Row)) + "],\"links\":{\"next\":null}}");

    private static readonly Projection _projection = new(
        (Expression<Func<Profile, (string, string?, string?)>>)(p => ValueTuple.Create(p.Id, p.Email, p.Location.City)), ModelMap.Empty);

    [Fact]
    public void A_row_of_three_members_allocates_its_strings_itself_and_little_more()
    {
        // Two strings of 26 and 25 characters with their heads are 152 bytes; the row is 24.
        long columns = Allocated(memory => DocumentReader.Read(_page, null, memory, _projection.Columns));
        columns.Should().BeLessThanOrEqualTo(Rows * 308, "{0} bytes are allocated for a row", columns / Rows);

        long objects = Allocated(memory => DocumentReader.Read(_page, [new Fieldset("profile", ["email", "location.city"])], memory));
        columns.Should().BeLessThan(objects / 2);
    }

    private static long Allocated(Func<PageMemory, ResourcePage> read)
    {
        PageMemory memory = new();
        long allocated = 0;
        for (int run = 0; run < 30; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Shaper<(string, string?, string?)> shaper = _projection.For<(string, string?, string?)>([]);
            ResourcePage page = read(memory);
            var rows = new (string, string?, string?)[page.Resources.Count];
            for (int i = 0; i < rows.Length; i++)
                rows[i] = shaper.Shape(page.Resources[i]);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            rows[^1].Item3.Should().Be("Rome");
        }

        return allocated;
    }

    private static string Row(int number) => """
        {"type":"profile","id":"ID","attributes":{"email":"jane.jacobsID@example.com","location":{"city":"Rome"}},"relationships":{"lists":{"links":{"self":"https://x/api/profiles/ID/relationships/lists/","related":"https://x/api/profiles/ID/lists/"}}},"links":{"self":"https://x/api/profiles/ID/"}}
        """.Replace("sID@", $"{number:000}@", StringComparison.Ordinal).Replace("ID", $"01H00000000000000000000{number:000}", StringComparison.Ordinal);
}
