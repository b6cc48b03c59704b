// snippet: mapped-classes
using KlaviyoLinq;
using KlaviyoLinq.Links;
using KlaviyoLinq.Model;
// end snippet

namespace Snippets.Mapping;

// snippet: mapped-classes
[KlaviyoResource("loyalty-card", "/api/loyalty-cards", MaximumPageSize = 100)]
public sealed class LoyaltyCard
{
    public Guid Id { get; init; }

    [Filterable(KlaviyoFilterOperators.Equals | KlaviyoFilterOperators.Any)]
    public LoyaltyTier Tier { get; init; }

    [WireName("points_total"), Sortable]
    public int Points { get; init; }

    [Filterable(KlaviyoFilterOperators.GreaterThan | KlaviyoFilterOperators.LessThan), Sortable]
    public DateTime Issued { get; init; }                      // UTC

    public DateOnly? ValidUntil { get; init; }

    [Relationship("profile"), Includable]
    public Profile? Owner { get; init; }

    [RelationshipId("profile"), Filterable(KlaviyoFilterOperators.Equals)]
    public string? OwnerId { get; init; }
}
// end snippet
