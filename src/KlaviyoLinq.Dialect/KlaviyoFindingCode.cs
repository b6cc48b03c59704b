namespace KlaviyoLinq;

/// <summary>Reasons why a query or a command is refused, and notes about a command. <see cref="KlaviyoFinding.HelpText"/> is the page of each.</summary>
public enum KlaviyoFindingCode
{
    /// <summary>The LINQ operator has no counterpart in Klaviyo's API.</summary>
    OperatorNotTranslatable = 1001,

    /// <summary>The operators have an order that Klaviyo cannot keep: filtering or sorting after a limit.</summary>
    OperatorOutOfOrder = 1002,

    /// <summary>Klaviyo has no collection of these resources.</summary>
    CollectionMissing = 1101,

    /// <summary>The id cannot be sent: it is empty, one or two dots, or not valid Unicode.</summary>
    IdNotSendable = 1102,

    /// <summary>A <c>SelectMany</c> that does not start at one resource.</summary>
    SelectManyNotTranslatable = 1103,

    /// <summary>The endpoint returns ids only.</summary>
    IdentifiersOnly = 1104,

    /// <summary>Klaviyo has no operation that returns the resources of this relationship.</summary>
    RelatedOperationMissing = 1105,

    /// <summary>The revision of the context does not have this operation.</summary>
    OperationNotInRevision = 1106,

    /// <summary>The endpoint cannot filter by this field.</summary>
    FieldNotFilterable = 2001,

    /// <summary>The endpoint filters by this field, but not with this operator.</summary>
    OperatorNotListed = 2002,

    /// <summary>Part of a predicate is code that Klaviyo cannot run.</summary>
    PredicateNotTranslatable = 2003,

    /// <summary>Klaviyo's filter language has no disjunction.</summary>
    DisjunctionNotSupported = 2004,

    /// <summary>Klaviyo's filter language has no negation.</summary>
    NegationNotSupported = 2005,

    /// <summary>Klaviyo's filter language cannot test for null.</summary>
    NullNotSupported = 2006,

    /// <summary>The endpoint requires a filter that the query does not have.</summary>
    RequiredFilterMissing = 2007,

    /// <summary>Klaviyo compares strings by their exact characters.</summary>
    IgnoringCaseNotSupported = 2008,

    /// <summary>Klaviyo compares a field with a value, not with another field.</summary>
    FieldsCompared = 2009,

    /// <summary>The conditions are nested deeper than the 2022 filter language permits.</summary>
    NestingTooDeep = 2010,

    /// <summary>The alternatives need more requests than <c>AllowFanOut</c> permits.</summary>
    FanOutTooWide = 2011,

    /// <summary>The URL would be longer than servers accept.</summary>
    RequestTooLong = 2012,

    /// <summary>The rows of several requests cannot be brought into the order that is requested.</summary>
    FanOutNotSortable = 2013,

    /// <summary>A <c>DateTime</c> has <c>DateTimeKind.Unspecified</c>.</summary>
    UnspecifiedDateTime = 2101,

    /// <summary>A string holds half of a surrogate pair, which no encoding can carry.</summary>
    LoneSurrogate = 2102,

    /// <summary>A list of values holds null.</summary>
    NullInList = 2103,

    /// <summary>The value is not of the kind that the field holds.</summary>
    ValueKindMismatch = 2104,

    /// <summary>The number is not finite.</summary>
    NumberNotFinite = 2105,

    /// <summary>The endpoint does not filter by this value of the enumeration.</summary>
    ValueNotListed = 2106,

    /// <summary>The endpoint cannot sort by this field.</summary>
    FieldNotSortable = 3001,

    /// <summary>Klaviyo sorts by one key.</summary>
    SecondSortKey = 3002,

    /// <summary>The endpoint cannot include this relationship.</summary>
    RelationshipNotIncludable = 4001,

    /// <summary>Klaviyo includes the relationships of the queried resource, not those of an included one.</summary>
    NestedInclude = 4002,

    /// <summary>The endpoint does not return this attribute.</summary>
    AttributeNotReturned = 5001,

    /// <summary>The attribute is not an additional field of the endpoint.</summary>
    AdditionalFieldNotListed = 5002,

    /// <summary>The member can be filtered by, but is never part of an answer.</summary>
    FilterOnlyMemberRead = 5003,

    /// <summary>The page size is outside the endpoint's range.</summary>
    PageSizeOutOfRange = 6001,

    /// <summary>The endpoint does not accept a page size.</summary>
    PageSizeNotSupported = 6002,

    /// <summary>The query has two checkpoints to resume from.</summary>
    ResumedTwice = 6003,

    /// <summary>The endpoint requires a parameter that the query does not have.</summary>
    RequiredParameterMissing = 7001,

    /// <summary>The parameter does not accept this value.</summary>
    ParameterValueInvalid = 7002,

    /// <summary>The type has no operation of this kind.</summary>
    OperationMissing = 8001,

    /// <summary>The assigned member is read-only.</summary>
    MemberReadOnly = 8002,

    /// <summary>The operation does not take the assigned member; another operation does.</summary>
    MemberNotInOperation = 8003,

    /// <summary>The assigned member cannot be null.</summary>
    NullNotAssignable = 8004,

    /// <summary>A member that the operation requires is not assigned.</summary>
    RequiredMemberMissing = 8005,

    /// <summary>The value is not one that the operation accepts for the member.</summary>
    ValueNotWritable = 8006,

    /// <summary>A relationship that the operation requires is not assigned.</summary>
    RequiredRelationshipMissing = 8007,

    /// <summary>The operation does not take the assigned relationship.</summary>
    RelationshipNotEditable = 8008,

    /// <summary>The id is assigned where Klaviyo chooses it.</summary>
    IdAssigned = 8009,

    /// <summary>None of the identifiers of the resource is assigned.</summary>
    IdentifierMissing = 8010,

    /// <summary>Of several members exactly one must be assigned.</summary>
    ExactlyOneRequired = 8011,

    /// <summary>The member must be the only one of its request.</summary>
    MemberNotCombinable = 8012,

    /// <summary>The navigation and its id name different resources.</summary>
    NavigationAndIdDisagree = 8013,

    /// <summary>The operation replaces all members, and some are not known.</summary>
    FullReplacementIncomplete = 8014,

    /// <summary>A masked value would be written back.</summary>
    MaskedValueWritten = 8015,

    /// <summary>The time of consent does not fit the import.</summary>
    ConsentTimeInvalid = 8016,

    /// <summary>The body of the template does not fit its editor.</summary>
    TemplateBodyMismatch = 8017,

    /// <summary>The value has a format or a size that Klaviyo does not accept.</summary>
    ValueOutOfRange = 8018,

    /// <summary>The body is larger than the operation accepts.</summary>
    BodyTooLarge = 8020,

    /// <summary>The request has more items than the operation accepts.</summary>
    TooManyItems = 8021,

    /// <summary>Two entities of the command have one identity.</summary>
    IdentityConflict = 8030,

    /// <summary>The context does not write.</summary>
    ContextReadOnly = 8040,

    /// <summary>The plan needs more requests than are left.</summary>
    BudgetExceeded = 8041,

    /// <summary>The revision of the context has another body for the operation.</summary>
    BodyNotInRevision = 8042,

    /// <summary>Many single requests where one job does the same. A note, which refuses nothing.</summary>
    ManySingleRequests = 8050,

    /// <summary>The value is computed from the row, which is read first. A note, which refuses nothing.</summary>
    ReadThenWrite = 8060,

    /// <summary>A nested object is sent in part without having been read. A note, which refuses nothing.</summary>
    PartialNestedObject = 8061,

    /// <summary>The outcome is unknown if the answer is lost. A note, which refuses nothing.</summary>
    OutcomeCanBeUnknown = 8062,

    /// <summary>No other request can undo the effect. A note, which refuses nothing.</summary>
    EffectIrreversible = 8063,

    /// <summary>The catalogue cannot check a part of the body. A note, which refuses nothing.</summary>
    NotChecked = 8099,
}
