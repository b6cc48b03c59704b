using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Fieldsets;

/// <summary>Reads <c>fields[type]</c> and <c>additional-fields[type]</c>.</summary>
internal static class FieldsetReader
{
    /// <summary>The type in the brackets of a parameter of the family, or null: <c>fields[profile]</c> → <c>profile</c>.</summary>
    internal static string? TypeOf(string parameter, string family) =>
        parameter.StartsWith(family, StringComparison.Ordinal)
            && parameter.Length > family.Length + 2
            && parameter[family.Length] == '['
            && parameter[^1] == ']'
            ? parameter[(family.Length + 1)..^1]
            : null;

    /// <summary>The members, or the first one that is not listed.</summary>
    internal static (string[] Members, string? Unlisted) Read(string value, FieldsetFacts listed)
    {
        string[] members = value.Split(',');
        return (members, members.FirstOrDefault(member => !listed.Lists(member)));
    }
}
