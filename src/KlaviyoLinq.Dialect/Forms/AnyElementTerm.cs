namespace KlaviyoLinq.Forms;

/// <summary>
/// A collection of the resource of which one element must satisfy a predicate: <c>c.CampaignMessages.Any(m => m.Channel == "email")</c>.
/// The predicate's member paths start at the queried resource and pass through the collection.
/// </summary>
internal sealed class AnyElementTerm(MemberPath collection, Term? predicate, Fragment fragment) : Term(fragment)
{
    internal MemberPath Collection { get; } = collection;

    /// <summary>Null for <c>Any()</c>: any element at all.</summary>
    internal Term? Predicate { get; } = predicate;
}
