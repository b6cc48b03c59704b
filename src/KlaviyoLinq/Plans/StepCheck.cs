namespace KlaviyoLinq.Plans;

/// <summary>The property of a captured value that must be the same for a plan to fit. Its type must always be the same.</summary>
internal enum StepCheck
{
    /// <summary>No check: the value is written into the URL, where its literal is checked.</summary>
    None,

    /// <summary>The value itself, because it decided the form of the request: a Boolean, a number of rows, null.</summary>
    Same,

    /// <summary>The value can be sent, although it is not: the judge checked it.</summary>
    Sendable,

    /// <summary>The list is empty.</summary>
    Empty,
}
