namespace KlaviyoLinq.Forms;

/// <summary>The kinds of code that predicates often hold and that no filter can express. Each has its own advice.</summary>
internal enum OpaqueKind
{
    /// <summary>Code of any other kind.</summary>
    Code,

    /// <summary>Strings compared without regard to case, or by the rules of a culture.</summary>
    IgnoringCase,

    /// <summary>A string member turned to upper or lower case before it is compared.</summary>
    CaseFolding,

    /// <summary>Strings ordered: <c>string.Compare</c>, <c>CompareTo</c>.</summary>
    StringOrder,

    /// <summary>A part of a date-time member: its date, its year.</summary>
    DatePart,

    /// <summary>Arithmetic on a member.</summary>
    Arithmetic,

    /// <summary>Strings joined: <c>+</c>, <c>string.Concat</c>, interpolation.</summary>
    Joining,

    /// <summary>Exclusive or.</summary>
    ExclusiveOr,

    /// <summary>A character of a string member.</summary>
    Character,

    /// <summary>A computation over a related collection or a list: <c>l.Tags.Count</c>, <c>l.Tags.Where(…)</c>.</summary>
    Collection,

    /// <summary>A conversion that can change a member's value.</summary>
    Conversion,

    /// <summary>A key of a free-form member.</summary>
    FreeForm,

    /// <summary>A query inside the predicate.</summary>
    SubQuery,
}
