namespace KlaviyoLinq;

/// <summary>Every reason for which a query can be refused. Each has a page, which <see cref="KlaviyoFinding.HelpText"/> holds.</summary>
public enum KlaviyoFindingCode
{
    /// <summary>The LINQ operator has no counterpart in Klaviyo's API.</summary>
    OperatorNotTranslatable = 1001,

    /// <summary>The operators stand in an order that Klaviyo cannot keep: filtering or sorting after a limit.</summary>
    OperatorOutOfOrder = 1002,

    /// <summary>Klaviyo has no collection of these resources.</summary>
    CollectionMissing = 1101,

    /// <summary>The id cannot stand in an address.</summary>
    IdNotSendable = 1102,

    /// <summary>A <c>SelectMany</c> that does not go from one resource to a related collection of it.</summary>
    SelectManyNotTranslatable = 1103,

    /// <summary>The endpoint sends ids only.</summary>
    IdentifiersOnly = 1104,

    /// <summary>Klaviyo has no operation that follows this relationship.</summary>
    RelatedOperationMissing = 1105,

    /// <summary>The operation came, or will come, with another revision than the one asked.</summary>
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

    /// <summary>The conditions are nested deeper than the 2022 language can say.</summary>
    NestingTooDeep = 2010,

    /// <summary>The alternatives need more requests than <c>AllowFanOut</c> permits.</summary>
    FanOutTooWide = 2011,

    /// <summary>The request would be longer than servers take.</summary>
    RequestTooLong = 2012,

    /// <summary>The rows of several requests cannot be brought into the order that is requested.</summary>
    FanOutNotSortable = 2013,

    /// <summary>A <c>DateTime</c> does not say which moment it is.</summary>
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

    /// <summary>Klaviyo includes the relationships of the queried resource, not those of what is included.</summary>
    NestedInclude = 4002,

    /// <summary>The endpoint does not return this attribute.</summary>
    AttributeNotReturned = 5001,

    /// <summary>The endpoint does not hand this attribute out as an additional field.</summary>
    AdditionalFieldNotListed = 5002,

    /// <summary>The member can be filtered by, but is never part of an answer.</summary>
    FilterOnlyMemberRead = 5003,

    /// <summary>The page size is outside the endpoint's range.</summary>
    PageSizeOutOfRange = 6001,

    /// <summary>The endpoint's page size is its own and cannot be chosen.</summary>
    PageSizeNotSupported = 6002,

    /// <summary>The query is given two checkpoints to continue from.</summary>
    ResumedTwice = 6003,

    /// <summary>The endpoint requires a parameter that the query does not have.</summary>
    RequiredParameterMissing = 7001,

    /// <summary>The value cannot be one of the parameter's.</summary>
    ParameterValueInvalid = 7002,
}
