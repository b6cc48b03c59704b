namespace KlaviyoLinq.Catalogue;

/// <summary>Kinds of rules of a body that its schema does not state.</summary>
internal enum BodyRule
{
    /// <summary>One of the members at least identifies the resource.</summary>
    AnyOf,

    /// <summary>Of the members exactly one has a value.</summary>
    ExactlyOne,

    /// <summary>Of the members not more than one has a value.</summary>
    Exclusive,

    /// <summary>The value of the member permits no other member beside it.</summary>
    Alone,

    /// <summary>The operation clears each of the members that is not sent.</summary>
    Replaces,

    /// <summary>Answers show a mask that contains the value in place of the member.</summary>
    Masked,

    /// <summary>The first member requires a time of consent in all subscriptions of the second, and its absence forbids it.</summary>
    HistoricalImport,

    /// <summary>The value of the first member requires the others.</summary>
    RequiresWhen,

    /// <summary>The value of the first member forbids the others.</summary>
    ForbidsWhen,

    /// <summary>The member has one of the values, between bars.</summary>
    OneOfValues,

    /// <summary>The member fits a regular expression.</summary>
    Pattern,

    /// <summary>The member has not more characters.</summary>
    MaximumLength,

    /// <summary>The member has not more members of its own.</summary>
    MaximumMembers,

    /// <summary>The array has not more items.</summary>
    MaximumItems,

    /// <summary>Each item has not more bytes.</summary>
    MaximumBytes,

    /// <summary>Each string within the member has not more bytes.</summary>
    MaximumStringBytes,

    /// <summary>The time is after the year 1990 and at most a year in the future.</summary>
    EventTime,

    /// <summary>No two items have the same value of one of the members.</summary>
    Distinct,

    /// <summary>The relationships take null as their data, which the schema does not state.</summary>
    Clearable,
}
