using System.Text.Json;

namespace KlaviyoLinq.Bodies;

/// <summary>Names of the members that an object can have in a body, by their places, encoded once. Safe to share between threads.</summary>
internal sealed class BodyTable
{
    private readonly string[] _wireNames;
    private readonly JsonEncodedText[] _names;

    /// <param name="names">The names on the wire, in the order of the members' places.</param>
    internal BodyTable(params ReadOnlySpan<string> names)
    {
        _wireNames = names.ToArray();
        _names = Array.ConvertAll(_wireNames, name => JsonEncodedText.Encode(name));
    }

    internal int Count => _names.Length;

    /// <summary>The name of the member at a place.</summary>
    internal JsonEncodedText this[int place] => _names[place];

    /// <summary>Returns the name of the member at a place.</summary>
    internal string NameOf(int place) => _wireNames[place];

    /// <summary>Returns the place of a member; -1 when it is not in the table.</summary>
    internal int Find(string name) => Array.IndexOf(_wireNames, name);
}
