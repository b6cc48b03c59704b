using System.Globalization;
using KlaviyoLinq.Rules;

namespace KlaviyoLinq;

/// <summary>
/// Rule that a query or a command can break: the code, title, category and page of a <see cref="KlaviyoFinding"/>, at run time and at compile time.
/// </summary>
public sealed class KlaviyoRule
{
    private static readonly KlaviyoRule[] _all =
    [
        new(KlaviyoFindingCode.OperatorNotTranslatable, "Operators", "An operator without a counterpart in Klaviyo's API"),
        new(KlaviyoFindingCode.OperatorOutOfOrder, "Operators", "An operator in an order that Klaviyo cannot keep"),
        new(KlaviyoFindingCode.CollectionMissing, "Routes", "Klaviyo has no collection of these resources"),
        new(KlaviyoFindingCode.IdNotSendable, "Routes", "An id that cannot be sent"),
        new(KlaviyoFindingCode.SelectManyNotTranslatable, "Routes", "A SelectMany that does not start at one resource"),
        new(KlaviyoFindingCode.IdentifiersOnly, "Routes", "The endpoint returns ids only"),
        new(KlaviyoFindingCode.RelatedOperationMissing, "Routes", "A relationship that cannot be loaded"),
        new(KlaviyoFindingCode.OperationNotInRevision, "Routes", "The revision has no such operation"),
        new(KlaviyoFindingCode.FieldNotFilterable, "Filters", "The endpoint cannot filter by this field"),
        new(KlaviyoFindingCode.OperatorNotListed, "Filters", "The endpoint does not support this operator for the field"),
        new(KlaviyoFindingCode.PredicateNotTranslatable, "Filters", "Code that Klaviyo cannot run"),
        new(KlaviyoFindingCode.DisjunctionNotSupported, "Filters", "Klaviyo has no 'or'"),
        new(KlaviyoFindingCode.NegationNotSupported, "Filters", "Klaviyo has no 'not'"),
        new(KlaviyoFindingCode.NullNotSupported, "Filters", "Klaviyo cannot test for null"),
        new(KlaviyoFindingCode.RequiredFilterMissing, "Filters", "The endpoint requires a filter"),
        new(KlaviyoFindingCode.IgnoringCaseNotSupported, "Filters", "Klaviyo does not ignore case"),
        new(KlaviyoFindingCode.FieldsCompared, "Filters", "Two fields compared with each other"),
        new(KlaviyoFindingCode.NestingTooDeep, "Filters", "Conditions nested deeper than one level"),
        new(KlaviyoFindingCode.FanOutTooWide, "Filters", "More requests than AllowFanOut permits"),
        new(KlaviyoFindingCode.RequestTooLong, "Filters", "A request too long to send"),
        new(KlaviyoFindingCode.FanOutNotSortable, "Filters", "Several requests that cannot be merged in order"),
        new(KlaviyoFindingCode.UnspecifiedDateTime, "Values", "A DateTime without a kind"),
        new(KlaviyoFindingCode.LoneSurrogate, "Values", "A string with half of a surrogate pair"),
        new(KlaviyoFindingCode.NullInList, "Values", "Null in a list of values"),
        new(KlaviyoFindingCode.ValueKindMismatch, "Values", "A value of another kind than the field"),
        new(KlaviyoFindingCode.NumberNotFinite, "Values", "A number that is not finite"),
        new(KlaviyoFindingCode.ValueNotListed, "Values", "A value that the field does not accept"),
        new(KlaviyoFindingCode.FieldNotSortable, "Sorting", "The endpoint cannot sort by this field"),
        new(KlaviyoFindingCode.SecondSortKey, "Sorting", "A second sort key"),
        new(KlaviyoFindingCode.RelationshipNotIncludable, "Includes", "The endpoint cannot include this relationship"),
        new(KlaviyoFindingCode.NestedInclude, "Includes", "An include within an include"),
        new(KlaviyoFindingCode.AttributeNotReturned, "Fields", "The endpoint does not return this attribute"),
        new(KlaviyoFindingCode.AdditionalFieldNotListed, "Fields", "Not an additional field"),
        new(KlaviyoFindingCode.FilterOnlyMemberRead, "Fields", "A member that is never returned"),
        new(KlaviyoFindingCode.PageSizeOutOfRange, "Paging", "A page size outside the endpoint's range"),
        new(KlaviyoFindingCode.PageSizeNotSupported, "Paging", "The endpoint chooses its own page size"),
        new(KlaviyoFindingCode.ResumedTwice, "Paging", "A query with two checkpoints"),
        new(KlaviyoFindingCode.RequiredParameterMissing, "Parameters", "The endpoint requires a parameter"),
        new(KlaviyoFindingCode.ParameterValueInvalid, "Parameters", "A value that the parameter does not accept"),
        new(KlaviyoFindingCode.OperationMissing, "Commands", "Klaviyo has no such operation for this type"),
        new(KlaviyoFindingCode.MemberReadOnly, "Commands", "A read-only member is assigned"),
        new(KlaviyoFindingCode.MemberNotInOperation, "Commands", "A member that another operation takes"),
        new(KlaviyoFindingCode.NullNotAssignable, "Commands", "Null where Klaviyo requires a value"),
        new(KlaviyoFindingCode.RequiredMemberMissing, "Commands", "A required member is missing"),
        new(KlaviyoFindingCode.ValueNotWritable, "Commands", "A value that the operation does not accept"),
        new(KlaviyoFindingCode.RequiredRelationshipMissing, "Commands", "A required relationship is missing"),
        new(KlaviyoFindingCode.RelationshipNotEditable, "Commands", "A relationship that the operation cannot edit"),
        new(KlaviyoFindingCode.IdAssigned, "Commands", "An id is assigned to a new resource"),
        new(KlaviyoFindingCode.IdentifierMissing, "Commands", "An identifier is missing"),
        new(KlaviyoFindingCode.ExactlyOneRequired, "Commands", "Exactly one of several members is required"),
        new(KlaviyoFindingCode.MemberNotCombinable, "Commands", "A member that cannot be combined with others"),
        new(KlaviyoFindingCode.NavigationAndIdDisagree, "Commands", "A navigation and its id disagree"),
        new(KlaviyoFindingCode.FullReplacementIncomplete, "Commands", "A full replacement with unknown members"),
        new(KlaviyoFindingCode.MaskedValueWritten, "Commands", "A masked value is written back"),
        new(KlaviyoFindingCode.ConsentTimeInvalid, "Commands", "A time of consent that does not fit"),
        new(KlaviyoFindingCode.TemplateBodyMismatch, "Commands", "A template body of another editor"),
        new(KlaviyoFindingCode.ValueOutOfRange, "Commands", "A value outside the format or range"),
        new(KlaviyoFindingCode.BodyTooLarge, "Commands", "A body that is too large"),
        new(KlaviyoFindingCode.TooManyItems, "Commands", "More items than one request accepts"),
        new(KlaviyoFindingCode.IdentityConflict, "Commands", "Two entities with one identity"),
        new(KlaviyoFindingCode.ContextReadOnly, "Commands", "The context is read-only"),
        new(KlaviyoFindingCode.BudgetExceeded, "Commands", "The plan exceeds the budget"),
        new(KlaviyoFindingCode.BodyNotInRevision, "Commands", "A command at an older revision"),
        new(KlaviyoFindingCode.ManySingleRequests, "Commands", "Many single requests where a job exists"),
        new(KlaviyoFindingCode.ReadThenWrite, "Commands", "A value computed from the row that is read first"),
        new(KlaviyoFindingCode.PartialNestedObject, "Commands", "A nested object that is sent in part"),
        new(KlaviyoFindingCode.OutcomeCanBeUnknown, "Commands", "An outcome that can be unknown"),
        new(KlaviyoFindingCode.EffectIrreversible, "Commands", "An effect that cannot be undone"),
        new(KlaviyoFindingCode.NotChecked, "Commands", "A part that is not checked"),
    ];

    private static readonly Dictionary<KlaviyoFindingCode, KlaviyoRule> _byCode = _all.ToDictionary(rule => rule.Code);

    private KlaviyoRule(KlaviyoFindingCode code, string category, string title)
    {
        Code = code;
        Id = "KLQ" + ((int)code).ToString("0000", CultureInfo.InvariantCulture);
        Category = category;
        Title = title;
    }

    /// <summary>Gets all rules, in the order of their codes.</summary>
    public static IReadOnlyList<KlaviyoRule> All => _all;

    /// <summary>Gets the code.</summary>
    public KlaviyoFindingCode Code { get; }

    /// <summary>Gets the code as it is written: <c>KLQ2001</c>.</summary>
    public string Id { get; }

    /// <summary>
    /// Gets the part of a query or command that the rule is about: <c>Operators</c>, <c>Routes</c>, <c>Filters</c>, <c>Values</c>, <c>Sorting</c>,
    /// <c>Includes</c>, <c>Fields</c>, <c>Paging</c>, <c>Parameters</c> or <c>Commands</c>.
    /// </summary>
    public string Category { get; }

    /// <summary>Gets the title: a sentence without a full stop, the same for every finding of the rule.</summary>
    public string Title { get; }

    /// <summary>Gets the page of the documentation that explains the rule, as Markdown: its meaning, an example, what to write instead, and why.</summary>
    public string HelpText => RulePages.Of(Id);

    /// <summary>Returns the rule of a code.</summary>
    /// <param name="code">The code.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not a code of this version.</exception>
    public static KlaviyoRule Of(KlaviyoFindingCode code) =>
        _byCode.TryGetValue(code, out KlaviyoRule? rule)
            ? rule
            : throw new ArgumentOutOfRangeException(nameof(code), code, "Not a code of this version of KlaviyoLinq. KlaviyoRule.All lists the rules.");
}
