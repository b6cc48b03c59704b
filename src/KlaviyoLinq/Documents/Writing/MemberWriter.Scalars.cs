using System.Buffers.Text;
using System.Globalization;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents.Writing;

/// <content>Scalars other than texts, written as <see cref="System.Text.Json.Utf8JsonWriter"/> writes them.</content>
internal ref partial struct MemberWriter
{
    // More than any number or date-time needs.
    private const int LongestScalar = 40;

    internal void Write(int place, bool value)
    {
        if (!TryWriteRaw(place, value ? "true"u8 : "false"u8))
            _json.WriteBoolean(_names[place], value);
    }

    internal void Write(int place, bool? value)
    {
        if (value is { } boolean)
            Write(place, boolean);
        else
            WriteNull(place);
    }

    internal void Write(int place, long value)
    {
        if (TryName(place, out Span<byte> free) && value.TryFormat(free, out int written, provider: CultureInfo.InvariantCulture))
            _length += written;
        else
            _json.WriteNumber(_names[place], value);
    }

    internal void Write(int place, long? value)
    {
        if (value is { } number)
            Write(place, number);
        else
            WriteNull(place);
    }

    internal void Write(int place, double value)
    {
        // The JSON writer refuses what JSON has no number for, in its own words.
        if (double.IsFinite(value) && TryName(place, out Span<byte> free) && Utf8Formatter.TryFormat(value, free, out int written))
            _length += written;
        else
            Flush().WriteNumber(_names[place], value);
    }

    internal void Write(int place, double? value)
    {
        if (value is { } number)
            Write(place, number);
        else
            WriteNull(place);
    }

    internal void Write(int place, DateTimeOffset? value)
    {
        if (value is not { } moment)
            WriteNull(place);
        else if (TryName(place, out Span<byte> free))
            _length += Format(moment, free);
        else
            _json.WriteString(_names[place], moment);
    }

    internal void Write(int place, DateOnly? value)
    {
        if (value is not { } date)
            WriteNull(place);
        else
            Write(place, date.ToString("O", CultureInfo.InvariantCulture));
    }

    internal void Write(int place, KlaviyoValue value)
    {
        switch (value.Kind)
        {
            case KlaviyoValueKind.String:
                Write(place, value.AsString());
                break;
            case KlaviyoValueKind.Boolean:
                Write(place, value.AsBoolean());
                break;
            case KlaviyoValueKind.Number when value.AsInteger() is { } number:
                Write(place, number);
                break;
            case KlaviyoValueKind.Null:
                WriteNull(place);
                break;
            default:
                Flush().WritePropertyName(_names[place]);
                MapWriter.WriteScalar(_json, value);
                break;
        }
    }

    // With the fraction's last zeros left out, and the point when nothing follows it.
    private static int Format(DateTimeOffset moment, Span<byte> target)
    {
        const int Point = 20, Fraction = 28;
        target[0] = (byte)'"';
        moment.TryFormat(target[1..], out int written, "O", CultureInfo.InvariantCulture);
        int end = Fraction;
        while (target[end - 1] == '0')
            end--;
        if (end == Point + 1)
            end = Point;
        target[Fraction..(written + 1)].CopyTo(target[end..]);
        int length = written + 1 - (Fraction - end);
        target[length] = (byte)'"';
        return length + 1;
    }

    private void WriteNull(int place)
    {
        if (!TryWriteRaw(place, "null"u8))
            _json.WriteNull(_names[place]);
    }

    private bool TryWriteRaw(int place, ReadOnlySpan<byte> value)
    {
        if (!TryName(place, out Span<byte> free))
            return false;
        value.CopyTo(free);
        _length += value.Length;
        return true;
    }

    /// <summary>Writes a name.</summary>
    /// <returns>False when members are not put together.</returns>
    private bool TryName(int place, out Span<byte> free)
    {
        if (!TryCopyName(place, out free))
        {
            Flush();
            if (!TryCopyName(place, out free))
                return false;
        }

        return true;
    }

    private bool TryCopyName(int place, out Span<byte> free)
    {
        free = _buffer[_length..];
        int start = _names.CopyPrefix(place, free) - 1;
        if (start < 0 || free.Length < start + LongestScalar)
            return false;
        free = free[start..];
        _length += start;
        return true;
    }
}
