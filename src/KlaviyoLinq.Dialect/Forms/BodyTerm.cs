namespace KlaviyoLinq.Forms;

/// <summary>A part of the body of a request. A closed union: its cases are the records below.</summary>
internal abstract record BodyTerm
{
    private protected BodyTerm()
    {
    }
}

/// <summary>An object with its members in the order in which they are sent.</summary>
internal sealed record BodyObject(IReadOnlyList<BodyMember> Members) : BodyTerm
{
    /// <summary>Finds the value of a member; null where the object does not have it.</summary>
    internal BodyTerm? Find(string name)
    {
        for (int index = 0; index < Members.Count; index++)
            if (Members[index].Name == name)
                return Members[index].Value;
        return null;
    }
}

/// <summary>An array.</summary>
internal sealed record BodyArray(IReadOnlyList<BodyTerm> Items) : BodyTerm;

/// <summary>A string, unescaped. Date-times are strings.</summary>
internal sealed record BodyText(string Value) : BodyTerm;

/// <summary>A number as JSON writes it: <c>9.99</c>.</summary>
internal sealed record BodyNumber(string Text) : BodyTerm;

/// <summary>A Boolean.</summary>
internal sealed record BodyBoolean(bool Value) : BodyTerm;

/// <summary>The value null, which was assigned. An unassigned member is not part of the body.</summary>
internal sealed record BodyNull : BodyTerm;

/// <summary>A value that only the running program knows. At compile time only.</summary>
internal sealed record BodyUnknown : BodyTerm;
