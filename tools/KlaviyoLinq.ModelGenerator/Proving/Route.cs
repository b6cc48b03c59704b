using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>The C# that reaches an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Class">The class of its resources.</param>
/// <param name="Code">The set: <c>klaviyo.Profiles</c>, <c>klaviyo.Lists[id].Profiles</c>.</param>
internal sealed record Route(OperationSpec Operation, ClassModel Class, string Code)
{
    /// <summary>Name of a resource in lambdas: the first letter of its class.</summary>
    internal string Variable { get; } = char.ToLowerInvariant(Class.Name[0]).ToString();

    /// <summary>Call to <c>Where</c> with the filter that the document requires of every query of the operation; empty where none is required.</summary>
    internal string Given(FilterSpec? asked = null) => (Operation.Id, asked?.Required) switch
    {
        (_, true) => "",
        ("get_campaigns", _) => ".Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email))",
        ("get_client_review_values_reports", _) => ".For(ReviewTimeframe.AllTime, ReviewGrouping.ProductId, [ReviewStatistic.AverageRating])",
        ("get_coupon_codes", _) when Operation.FilterRequired => ".Where(c => c.Coupon.Id == id)",
        _ when Operation.FilterRequired => throw new SpecificationException($"{Operation.Path} demands a filter: say which one the cases shall give it."),
        _ => "",
    };

    /// <summary>Projection to identifiers, where the operation returns nothing else.</summary>
    internal string Tail => Operation.IdentifiersOnly ? $".Select({Variable} => {Variable}.Id)" : "";
}
