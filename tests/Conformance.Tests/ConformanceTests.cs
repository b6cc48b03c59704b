using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests;

/// <summary>Base class of the conformance tests: the operation, its data, the request that was sent.</summary>
[Collection("conformance")]
public abstract class ConformanceTests(EmulatedAccount account)
{
    /// <summary>The public id that the emulator gives its company.</summary>
    internal const string Company = "EMUL8R";

    internal Contexts At => account.Contexts;

    protected KlaviyoEmulator Emulator => account.Emulator;

    internal AccountData Data => account.Data;

    internal static ReadFacts Facts(string operation) => KlaviyoCatalogue.Newest.Reads.Single(facts => facts.Id == operation);

    internal static OperationCase Route(string operation) => Operations.All.Single(route => route.Operation == operation);

    /// <summary>
    /// The id that a query of the operation needs: of its parent, of the resource itself, or of the coupon without which no coupon codes are listed;
    /// best first.
    /// </summary>
    internal IEnumerable<string> Ids(ReadFacts operation) => operation switch
    {
        { ParentType: not null } => Data.Parents(operation),
        { IsCollection: false } => Data.Of(operation.ResourceType).Select(resource => resource.Id),
        { Id: "get_coupon_codes" } => Data.Of("coupon-code").Cast<CouponCode>().Where(code => code.CouponId is not null).CountBy(code => code.CouponId!)
            .OrderByDescending(coupon => coupon.Value).ThenBy(coupon => coupon.Key, StringComparer.Ordinal).Select(coupon => coupon.Key),
        _ => [""],
    };

    /// <summary>Resources that the operation returns with only its required filters.</summary>
    internal List<KlaviyoResource> Rows(ReadFacts operation, string id, IQueryable query)
    {
        var conditions = InMemory.Conditions(query);
        return [.. Data.Scope(operation, id).Where(resource => conditions.TrueForAll(condition => condition(resource)))];
    }

    /// <summary>The required filter as it travels, with a comma after it; nothing where none is required.</summary>
    internal static string Given(ReadFacts operation, string id, string? field = null) => operation.Id switch
    {
        _ when field is not null && operation.FindFilter(field)!.Required => "",
        "get_campaigns" => "equals(messages.channel,\"email\"),",
        "get_coupon_codes" => $"equals(coupon.id,\"{id}\"),",
        _ => "",
    };

    internal static string GivenFilter(ReadFacts operation, string id) => Given(operation, id) is { Length: > 0 } given ? "filter=" + given.TrimEnd(',') : "";

    /// <summary>The whole request, decoded: path, parameters and (where the operation takes one) the largest page size.</summary>
    internal static string Request(ReadFacts operation, string id, int? size, params string[] parameters)
    {
        string path = !operation.Path.Contains('{', StringComparison.Ordinal)
            ? operation.Path
            : operation.Path[..operation.Path.IndexOf('{')] + id + operation.Path[(operation.Path.IndexOf('}') + 1)..];
        string[] all =
            [
                .. Required(operation), .. parameters.Where(parameter => parameter.Length > 0),
                .. operation.Paging.HasSize ? [$"page[size]={size ?? operation.Paging.MaximumSize}"] : Array.Empty<string>()
            ];
        return all.Length == 0 ? path : $"{path}?{string.Join('&', all)}";
    }

    // The public operations name the company, and a report says what it reports.
    private static string[] Required(ReadFacts operation) => operation switch
    {
        { Id: "get_client_review_values_reports" } => ["company_id=" + Company, "timeframe=all_time", "group_by=product_id", "statistics=average_rating"],
        { IsClient: true } => ["company_id=" + Company],
        _ => [],
    };

    /// <summary>Runs the query and checks the first request.</summary>
    internal async Task<List<object>> RowsOf(IKlaviyoQueryable<object> query, string request)
    {
        Emulator.ClearRequests();
        List<object> rows = await query.ToListAsync();
        ReceivedRequest first = Emulator.Requests[0];
        string sent = first.Query.Length == 0 ? first.Path : $"{first.Path}?{first.Query}";
        Uri.UnescapeDataString(sent).Should().Be(request);
        query.ToRequestUri().PathAndQuery.Should().Be(sent);
        return rows;
    }

    /// <summary>The ids of rows in the order of the alphabet: for rows that may come in any order.</summary>
    internal static IEnumerable<string> Ordered(IEnumerable<object> rows) => rows.Select(Id).Order(StringComparer.Ordinal);

    internal static string Id(object row) => row is KlaviyoResource resource ? resource.Id : (string)row;
}
