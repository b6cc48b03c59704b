using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>Base class of query tests: asserts the request that was sent, and the rows against those of LINQ to Objects.</summary>
[Collection("account")]
public abstract class QueryTests(EmulatedAccount account)
{
    protected KlaviyoContext Klaviyo => account.Klaviyo;

    protected AccountData Data => account.Data;

    protected KlaviyoEmulator Emulator => account.Emulator;

    protected static DateTimeOffset Since { get; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The query sends this request (shown decoded) and gives these rows, in any order.</summary>
    protected async Task Answers<T>(IKlaviyoQueryable<T> query, string request, IEnumerable<T> rows) =>
        Sorted(await RowsOf(query, request)).Should().Equal(Sorted(rows.ToList()));

    /// <summary>The query sends this request (shown decoded) and gives these rows in this order.</summary>
    protected async Task AnswersInOrder<T>(IKlaviyoQueryable<T> query, string request, IEnumerable<T> rows) =>
        (await RowsOf(query, request)).Select(Face).Should().Equal(rows.Select(row => Face(row)));

    /// <summary>The query is refused for these reasons and nothing is sent.</summary>
    protected async Task<IReadOnlyList<KlaviyoFinding>> Refuses<T>(IKlaviyoQueryable<T> query, params KlaviyoFindingCode[] codes)
    {
        Emulator.ClearRequests();
        UntranslatableQueryException refusal = (await query.Invoking(q => q.ToListAsync()).Should().ThrowAsync<UntranslatableQueryException>()).Which;
        refusal.Findings.Select(finding => finding.Code).Should().Equal(codes);
        Emulator.Requests.Should().BeEmpty();
        return refusal.Findings;
    }

    private async Task<List<T>> RowsOf<T>(IKlaviyoQueryable<T> query, string request)
    {
        Emulator.ClearRequests();
        List<T> rows = await query.ToListAsync();
        ReceivedRequest first = Emulator.Requests[0];
        string sent = first.Path + (first.Query.Length > 0 ? "?" + first.Query.TrimStart('?') : "");
        Uri.UnescapeDataString(sent).Should().Be(request);
        query.ToRequestUri().PathAndQuery.Should().Be(sent);
        return rows;
    }

    private static List<string> Sorted<T>(List<T> rows) => [.. rows.Select(row => Face(row)).Order(StringComparer.Ordinal)];

    // Whole resources are distinguished by what they are and by their id; rows of a projection by all of their values.
    private static string Face<T>(T row) => row is KlaviyoResource resource ? $"{resource.ResourceType} {resource.Id}" : $"{row}";
}
