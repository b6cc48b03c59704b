using System.Linq.Expressions;
using KlaviyoLinq.Model;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq.Entries;

/// <summary>Entry of a relationship to one resource: <c>klaviyo.Entry(evt).Reference(e => e.Profile)</c>.</summary>
/// <typeparam name="T">The resource class.</typeparam>
/// <typeparam name="TRelated">The class of the related resource.</typeparam>
public sealed class KlaviyoReferenceEntry<T, TRelated> : KlaviyoNavigationEntry<T, TRelated>
    where T : KlaviyoResource
    where TRelated : KlaviyoResource
{
    internal KlaviyoReferenceEntry(IQueryEngine provider, T resource, LambdaExpression navigation, KlaviyoCallSite site)
        : base(provider, resource, navigation, nameof(KlaviyoEntry<>.Reference), site)
    {
    }

    /// <summary>Gets the related resource from the navigation property; null when there is none, or none was loaded.</summary>
    public TRelated? CurrentValue => (TRelated?)Property.GetValue(Resource);

    private protected override void Attach(IReadOnlyList<TRelated> related)
    {
        TRelated? one = related.Count == 0 ? null : related[0];
        Resource.TryAttach(Name, one?.Id, one);
        Note(RelationshipData.ToOne, one is null ? [] : [one]);
    }
}
