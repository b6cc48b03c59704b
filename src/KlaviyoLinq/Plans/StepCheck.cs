namespace KlaviyoLinq.Plans;

/// <summary>What must be the same about a captured value for a plan to fit; its type always must.</summary>
internal enum StepCheck
{
    /// <summary>Nothing else: it is written into the address, where its literal is judged.</summary>
    None,

    /// <summary>The value itself, because it decided what the request is: a flag, a number of rows, null.</summary>
    Same,

    /// <summary>That it could be sent, although it is not: the judge looked at it.</summary>
    Sendable,

    /// <summary>That the list is empty.</summary>
    Empty,
}
