using System.Text.Json;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <content>Objects with members of their own, and the constants that distinguish the alternatives of a union.</content>
internal static partial class JsonValues
{
    /// <summary>An object; null for <c>null</c>.</summary>
    internal static T? ReadObject<T>(ref JsonScanner json, ItemReader<T> read)
        where T : class
    {
        json.NextValue();
        if (json.Kind == JsonTokenType.Null)
            return null;
        T value = read(ref json);
        return json.Failures?.EndOfNull() == true ? null : value;
    }

    /// <summary>Returns whether an object starts here. Anything else is skipped where failures are collected, and otherwise rejected.</summary>
    internal static bool IsObject(ref JsonScanner json)
    {
        if (json.Kind == JsonTokenType.StartObject)
            return true;
        UnreadItem<object>(ref json, "an object");
        return false;
    }

    /// <summary>A string or boolean as text (<c>true</c>, <c>false</c>); null for whatever else stands there, which is skipped.</summary>
    internal static string? ReadConstant(ref JsonScanner json)
    {
        json.NextValue();
        switch (json.Kind)
        {
            case JsonTokenType.String:
                return json.GetString();
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                json.Skip();
                return null;
        }
    }
}
