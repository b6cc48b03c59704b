using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>The C# that reaches an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Class">The class of its resources.</param>
/// <param name="Code">The set: <c>klaviyo.Profiles</c>, <c>klaviyo.Lists[id].Profiles</c>.</param>
internal sealed record Route(OperationSpec Operation, ClassModel Class, string Code)
{
    /// <summary>What lambdas call a resource: the first letter of its class.</summary>
    internal string Variable { get; } = char.ToLowerInvariant(Class.Name[0]).ToString();

    /// <summary>What every query of the operation must hold (the document demands a filter), as a call to <c>Where</c>; empty where nothing is demanded.</summary>
    internal string Given(FilterSpec? asked = null) => (Operation.Id, asked?.Required) switch
    {
        (_, true) => "",
        ("get_campaigns", _) => ".Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email))",
        ("get_client_review_values_reports", _) => ".For(ReviewTimeframe.AllTime, ReviewGrouping.ProductId, [ReviewStatistic.AverageRating])",
        ("get_coupon_codes", _) when Operation.FilterRequired => ".Where(c => c.Coupon.Id == id)",
        _ when Operation.FilterRequired => throw new SpecificationException($"{Operation.Path} demands a filter: say which one the cases shall give it."),
        _ => "",
    };

    /// <summary>What selects identifiers where the operation answers with nothing else.</summary>
    internal string Tail => Operation.IdentifiersOnly ? $".Select({Variable} => {Variable}.Id)" : "";
}
