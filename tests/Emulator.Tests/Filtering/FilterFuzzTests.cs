using System.Net;
using System.Text;
using CsCheck;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Tests.Filtering;

public sealed class FilterFuzzTests(SeededAccount account) : IClassFixture<SeededAccount>
{
    /// <summary>Every operation that filters and needs no id in its path, with a filter of each kind that it takes.</summary>
    private static readonly (string Path, string Filter)[] _valid =
    [
        .. from operation in KlaviyoCatalogue.Newest.Reads
           where operation is { ParentType: null, FilterRequired: false, IsClient: false }
           from filter in operation.Filters
           from listed in filter.Operators
           select (operation.Path, Text(filter, listed)),
    ];

    [Fact]
    public async Task A_valid_filter_with_some_characters_changed_is_answered_or_refused_with_a_position()
    {
        Gen<(string Path, string Filter)> valid = Gen.Int[0, _valid.Length - 1].Select(i => _valid[i]);
        Gen<(int Place, int Length, string Text)> change = Gen.Select(
            Gen.Int[0, 200], Gen.Int[0, 3], Gen.OneOf(Gen.String[0, 3], Gen.Char["()[],\"'\\.-nulltrue0123456789TZ+ "].Select(c => c.ToString())));

        await Gen.Select(valid, change.Array[0, 4], Gen.Bool).SampleAsync(async (start, changes, wrapped) =>
        {
            StringBuilder text = new(wrapped ? $"and({start.Filter},{start.Filter})" : start.Filter);
            foreach ((int place, int length, string piece) in changes)
            {
                int at = place % (text.Length + 1);
                text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, piece);
            }

            await AnsweredOrRefused(start.Path, text.ToString(), Uri.EscapeDataString);
        }, iter: 1500, threads: 2);
    }

    [Fact]
    public async Task Any_bytes_at_all_are_answered_or_refused() =>
        await Gen.Byte.Array[0, 60].SampleAsync(
            async bytes => await AnsweredOrRefused("/api/profiles", Encoding.Latin1.GetString(bytes), _ => string.Concat(bytes.Select(b => $"%{b:X2}"))),
            iter: 500, threads: 2);

    [Theory]
    [InlineData("and(", 60_000)]
    [InlineData("not(", 60_000)]
    [InlineData("[", 60_000)]
    [InlineData("(", 60_000)]
    [InlineData("equals(email,\"a\"),", 60_000)]
    [InlineData("any(email,[\"a\",\"", 60_000)]
    [InlineData("\\", 60_000)]
    [InlineData("equals(a.", 60_000)]
    [InlineData("9", 60_000)]
    public async Task As_long_and_as_deep_as_a_request_can_be_it_is_answered_or_refused(string piece, int length)
    {
        string filter = string.Concat(Enumerable.Repeat(piece, length / Uri.EscapeDataString(piece).Length));

        await AnsweredOrRefused("/api/profiles", filter, Uri.EscapeDataString);
    }

    [Fact]
    public async Task A_request_beyond_the_servers_limit_is_refused_by_its_status()
    {
        using HttpResponseMessage response = await account.Client.Http.GetAsync("/api/profiles?filter=" + new string('x', 100_000));

        response.StatusCode.Should().Be(HttpStatusCode.RequestUriTooLong);
    }

    // Bytes allocated by this thread are counted, not measured, so that other tests may run meanwhile.
    [Theory]
    [InlineData("and(")]
    [InlineData("or(")]
    [InlineData("equals(a,\"x\"),")]
    [InlineData("any(a,[\"x\",")]
    [InlineData("\"")]
    [InlineData("(")]
    [InlineData("a.b.")]
    [InlineData("\\\"")]
    [InlineData("2024-01-01T00:00:00Z,")]
    public void The_cost_of_reading_a_filter_grows_no_faster_than_its_length(string piece)
    {
        long hundred = Allocated(piece, 100_000);
        long thousand = Allocated(piece, 1_000_000);

        thousand.Should().BeLessThan(12 * hundred + 10_000_000).And.BeLessThan(200 * 1_000_000);
    }

    private static long Allocated(string piece, int length)
    {
        string filter = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        long before = GC.GetAllocatedBytesForCurrentThread();
        FilterParser.Parse(filter, FilterGrammar.Overview2022);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private async Task AnsweredOrRefused(string path, string filter, Func<string, string> escape)
    {
        Answer answer = await account.Client.Get($"{path}?filter={escape(filter)}");

        answer.Status.Should().BeOneOf([HttpStatusCode.OK, HttpStatusCode.BadRequest], "{0} {1} answers {2}", path, filter, answer.Body);
        if (answer.Status == HttpStatusCode.BadRequest && answer.Error.GetProperty("meta").TryGetProperty("position", out var position))
            position.GetInt32().Should().BeInRange(0, filter.Length);
    }

    private static string Text(FilterFacts filter, FilterOperatorFacts listed)
    {
        string literal = filter.Kind switch
        {
            ValueKind.String => "\"" + (filter.Values.Count > 0 ? filter.Values[0] : "x") + "\"",
            ValueKind.DateTime => "2025-01-01T00:00:00.000+00:00",
            ValueKind.Boolean => "true",
            _ => "3",
        };
        string operand = listed.Operand switch { OperandKind.None => "", OperandKind.List => $",[{literal}]", _ => "," + literal };
        return $"{listed.Operator.WireName()}({filter.Field}{operand})";
    }
}
