namespace KlaviyoLinq.Catalogue;

/// <summary>The members that <c>fields[type]</c> or <c>additional-fields[type]</c> of one operation takes, nested ones with dots.</summary>
internal sealed class FieldsetFacts(string resourceType, params string[] members)
{
    internal string ResourceType { get; } = resourceType;

    internal IReadOnlyList<string> Members { get; } = members;

    internal bool Lists(string member)
    {
        foreach (string listed in Members)
            if (listed == member)
                return true;
        return false;
    }
}
