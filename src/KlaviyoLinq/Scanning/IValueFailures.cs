using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Scanning;

/// <summary>Collects the values of a resource that cannot be read, so that the rest of the document can.</summary>
internal interface IValueFailures
{
    /// <summary>A value cannot be read; it is skipped and reads as null.</summary>
    /// <param name="failure">The failure, whose place is not known yet.</param>
    /// <param name="position">Where the value starts in the document.</param>
    void Add(KlaviyoMaterializationException failure, int position);

    /// <summary>The value has no null: the innermost object or list around it that can be null becomes null.</summary>
    void MakeOuterNull();

    /// <summary>An object or list that can be null ends here. True when it becomes null.</summary>
    bool EndOfNull();
}
