using System.Globalization;
using System.Text;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Wire;

/// <summary>Writes the literals of the filter language.</summary>
internal static class LiteralWriter
{
    internal static void Write(StringBuilder text, FilterValue value)
    {
        switch (value)
        {
            case StringValue literal:
                WriteString(text, literal.Value);
                break;
            case BooleanValue literal:
                text.Append(literal.Value ? "true" : "false");
                break;
            case NumberValue literal:
                text.Append(literal.Digits);
                break;
            case DateTimeValue literal:
                WriteDateTime(text, literal.Value);
                break;
            case ListValue list:
                WriteList(text, list);
                break;
            case PendingValue:
                text.Append('…');
                break;
            case NullValue:
                text.Append("null");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, null);
        }
    }

    // A backslash escapes the quote and itself; nothing else has a meaning inside the quotes, so no input can end the literal.
    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\');
            text.Append(c);
        }

        text.Append('"');
    }

    // RFC 3339: "Z" for UTC, otherwise the offset; the fraction only as long as it says something.
    private static void WriteDateTime(StringBuilder text, DateTimeOffset value)
    {
        text.Append(value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        text.Append(value.Offset == TimeSpan.Zero ? "Z" : value.ToString("zzz", CultureInfo.InvariantCulture));
    }

    private static void WriteList(StringBuilder text, ListValue list)
    {
        text.Append('[');
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            Write(text, list.Items[i]);
        }

        text.Append(']');
    }
}
