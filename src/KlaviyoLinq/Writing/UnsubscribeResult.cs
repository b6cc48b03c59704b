namespace KlaviyoLinq.Writing;

/// <summary>Result of unsubscribing people from a list.</summary>
/// <param name="Sent">The changes that were sent and accepted: of members of the list.</param>
/// <param name="NotOnList">The changes that were not sent, because Klaviyo would have unsubscribed these people from everything.</param>
public sealed record UnsubscribeResult(IReadOnlyList<ConsentChange> Sent, IReadOnlyList<ConsentChange> NotOnList);
