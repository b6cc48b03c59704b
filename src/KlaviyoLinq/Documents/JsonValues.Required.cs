using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <content>Values that are documented never to be null: null and the empty text are refused, for every default of their types would look like a
/// value.</content>
internal static partial class JsonValues
{
    /// <summary>The text of an enumeration, which may be empty.</summary>
    internal static string RequireString(ref JsonScanner json)
    {
        json.NextValue();
        return StringItem(ref json);
    }

    internal static long RequireInteger(ref JsonScanner json)
    {
        json.NextValue();
        return IntegerItem(ref json);
    }

    internal static double RequireNumber(ref JsonScanner json)
    {
        json.NextValue();
        return NumberItem(ref json);
    }

    internal static bool RequireBoolean(ref JsonScanner json)
    {
        json.NextValue();
        return BooleanItem(ref json);
    }

    internal static DateTimeOffset RequireDateTime(ref JsonScanner json)
    {
        json.NextValue();
        return DateTimeItem(ref json);
    }

    internal static DateOnly RequireDate(ref JsonScanner json)
    {
        json.NextValue();
        return DateItem(ref json);
    }
}
