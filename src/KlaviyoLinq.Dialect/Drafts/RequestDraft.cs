using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Drafts;

/// <summary>A request in progress: the parts that the rulings have added so far, and their findings.</summary>
internal sealed class RequestDraft(ReadFacts operation, KlaviyoCatalogue catalogue, FilterGrammar grammar)
{
    private readonly HashSet<string> _unchecked = new(StringComparer.Ordinal);
    private int _inserted;

    internal ReadFacts Operation { get; } = operation;

    internal KlaviyoCatalogue Catalogue { get; } = catalogue;

    /// <summary>The query as a whole, for findings about no single operator.</summary>
    internal required Site Query { get; init; }

    internal FilterGrammar Grammar { get; } = grammar;

    internal List<KlaviyoFinding> Findings { get; } = [];

    /// <summary>The id in the operation's path.</summary>
    internal FilterValue? Id { get; set; }

    /// <summary>The conditions of the predicates, one for each <c>Where</c>.</summary>
    internal List<Condition> Conditions { get; } = [];

    /// <summary>All conditions together, in negation normal form; null when there are none.</summary>
    internal Condition? Whole { get; set; }

    /// <summary>The conditions as filters that must all hold.</summary>
    internal List<Filter> Filters { get; } = [];

    /// <summary>The conditions as alternatives, each a separate request; empty for a single request.</summary>
    internal List<List<Filter>> Alternatives { get; } = [];

    /// <summary>Indicates whether the conjunction is written as <c>and(…)</c>.</summary>
    internal bool NamesConjunction { get; set; }

    /// <summary>The number of requests that <c>AllowFanOut</c> permits; null without it.</summary>
    internal int? FanOut { get; set; }

    internal SortKey? Sort { get; set; }

    /// <summary>The relationships that <c>Include</c> requests, in the requested order.</summary>
    internal List<string> Includes { get; } = [];

    internal List<Fieldset> AdditionalFields { get; } = [];

    /// <summary>The members that the projection reads; null for the whole resource.</summary>
    internal ProjectionDraft? Projection { get; set; }

    /// <summary>The query parameters outside the JSON:API families.</summary>
    internal List<RequestParameter> Parameters { get; } = [];

    internal HeaderFilter? HeaderFilter { get; set; }

    internal int? Limit { get; set; }

    /// <summary>Indicates whether the query resumes an earlier run.</summary>
    internal bool IsResumed { get; set; }

    /// <summary>The limit of a resumed query, which counts the rows of the earlier run as well.</summary>
    internal int? WholeLimit { get; set; }

    internal int? PageSize { get; set; }

    /// <summary>Indicates whether no resource can satisfy the query, so that no request is needed.</summary>
    internal bool IsEmpty { get; set; }

    /// <summary>The numbers of the captured values that decided the form of the request.</summary>
    internal HashSet<int> Decisive { get; } = [];

    /// <summary>The names and values that the catalogue could not check, in order of appearance.</summary>
    internal List<string> Unchecked { get; } = [];

    internal void MarkUnchecked(string what)
    {
        if (_unchecked.Add(what))
            Unchecked.Add(what);
    }

    internal ResourceFacts? Resource(string type) => Catalogue.FindResource(type);

    internal ReadFacts? FindRead(string path) => Catalogue.FindRead(path);

    /// <summary>The relationship of the queried resource by its wire name, or null.</summary>
    internal RelationshipFacts? Relationship(string name) => Resource(Operation.ResourceType)?.FindRelationship(name);

    /// <summary>The other operations that answer with resources of the queried type, and that the same context reaches.</summary>
    internal IEnumerable<ReadFacts> SameType =>
        Catalogue.Reads.Where(
            other => other.ResourceType == Operation.ResourceType && !other.IdentifiersOnly && other.IsClient == Operation.IsClient && other != Operation);

    internal Refused Refuse(KlaviyoFindingCode code, Site site, string reason, string advice)
    {
        Findings.Add(site.Finding(code, reason, advice));
        return new Refused(site);
    }

    /// <summary>Refuses a part that could not be decided where it was read, in the order in which it was written.</summary>
    /// <param name="place">The number of findings when it was read.</param>
    /// <param name="finding">The finding.</param>
    internal void RefuseLate(int place, KlaviyoFinding finding) => Findings.Insert(place + _inserted++, finding);

    internal void LimitTo(int count) => Limit = Limit is { } limit ? Math.Min(limit, count) : count;
}
