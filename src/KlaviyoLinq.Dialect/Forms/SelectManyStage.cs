namespace KlaviyoLinq.Forms;

/// <summary>
/// <c>SelectMany(collection)</c>, or the second <c>from</c> of a query expression. The stages behind it are about the collection's
/// elements: their paths start there.
/// </summary>
internal sealed class SelectManyStage(Term collection, Site site) : Stage(site)
{
    internal Term Collection { get; } = collection;
}
