using System.Linq.Expressions;
using KlaviyoLinq.Model;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq.Entries;

/// <summary>Entry of a relationship to any number of resources: <c>klaviyo.Entry(profile).Collection(p => p.Lists)</c>.</summary>
/// <typeparam name="T">The resource class.</typeparam>
/// <typeparam name="TRelated">The class of the related resources.</typeparam>
public sealed class KlaviyoCollectionEntry<T, TRelated> : KlaviyoNavigationEntry<T, TRelated>
    where T : KlaviyoResource
    where TRelated : KlaviyoResource
{
    internal KlaviyoCollectionEntry(IQueryEngine provider, T resource, LambdaExpression navigation, KlaviyoCallSite site)
        : base(provider, resource, navigation, nameof(KlaviyoEntry<>.Collection), site)
    {
    }

    /// <summary>Gets the related resources from the navigation property; empty when there are none, or none were loaded.</summary>
    public IReadOnlyList<TRelated> CurrentValue => (IReadOnlyList<TRelated>)Property.GetValue(Resource)!;

    private protected override void Attach(IReadOnlyList<TRelated> related)
    {
        Resource.TryAttach(Name, related);
        Note(RelationshipData.ToMany, related);
    }
}
