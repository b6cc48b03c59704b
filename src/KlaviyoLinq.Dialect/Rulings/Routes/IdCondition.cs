using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings.Predicates;

namespace KlaviyoLinq.Rulings.Routes;

/// <summary>The condition that the id equals one value, where it is the query's only condition: <c>Where(p => p.Id == id)</c>.</summary>
internal static class IdCondition
{
    private static readonly MemberPath _idPath = new([new PathSegment(SegmentKind.Id, "id", "Id")]);

    /// <summary>Takes the condition out of the stages.</summary>
    internal static bool TryTake(IReadOnlyList<Stage> stages, out ResourceKey? key, out IReadOnlyList<Stage> rest)
    {
        WhereStage[] conditions = [.. stages.OfType<WhereStage>().Where(where => where.Predicate is not ValueTerm { Value: true })];
        key = conditions.Length == 1 && !stages.TakeWhile(stage => stage != conditions[0]).Any(stage => stage is TakeStage) ? Read(conditions[0]) : null;
        rest = key is null ? stages : [.. stages.Where(stage => stage != conditions[0])];
        return key is not null;
    }

    /// <summary>Returns true when the collection itself can filter by id.</summary>
    internal static bool IsListedBy(ReadFacts collection, KlaviyoCatalogue catalogue) =>
        FieldResolution.Find(
            new RequestDraft(collection, catalogue, FilterGrammar.Published) { Query = new Site("", "", KlaviyoCallSite.Unknown) }, _idPath) is not null;

    private static ResourceKey? Read(WhereStage where)
    {
        if (Unguarded(where.Predicate) is not ComparisonTerm { Kind: ComparisonKind.Equal } comparison)
            return null;
        (Term member, Term value) = comparison.Left is MemberTerm ? (comparison.Left, comparison.Right) : (comparison.Right, comparison.Left);
        return member is MemberTerm { Path.Segments: [{ Kind: SegmentKind.Id }] } && value is ValueTerm term and not { IsKnown: true, Value: not string }
            ? new ResourceKey(term, where.Site.At(comparison.Fragment))
            : null;
    }

    // An id is never null.
    private static Term Unguarded(Term term) => term switch
    {
        AndTerm both when IsGuard(both.Left) => Unguarded(both.Right),
        AndTerm both when IsGuard(both.Right) => Unguarded(both.Left),
        _ => term,
    };

    private static bool IsGuard(Term term) =>
        Guard.Of(term) is { } path && (path.IsRoot || path.Segments is [{ Kind: SegmentKind.Id }]);
}
