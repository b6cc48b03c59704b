using System.Text.Encodings.Web;
using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents.Writing;

/// <summary>
/// Writes the members of one object of a body. Consecutive members with texts and other scalars are put together and given to the JSON writer at once,
/// because a call for each costs more than the member itself. The bytes are those that a call for each would write.
/// </summary>
internal ref partial struct MemberWriter
{
    /// <summary>Options of a JSON writer to which members are given together.</summary>
    internal static JsonWriterOptions Options => new() { SkipValidation = true };

    private const int Capacity = 1024;

    // One object at a time uses it: before one within it begins, the members so far have been given to the JSON writer.
    [ThreadStatic]
    private static byte[]? _perThread;

    private readonly Utf8JsonWriter _json;
    private readonly BodyTable _names;
    private readonly Span<byte> _buffer;
    private int _length;

    /// <param name="json">The JSON writer, in the object.</param>
    /// <param name="names">The names of the members.</param>
    internal MemberWriter(Utf8JsonWriter json, BodyTable names)
    {
        _json = json;
        _names = names;
        _buffer = TakesSeveral(json.Options) ? _perThread ??= new byte[Capacity] : [];
    }

    internal void Write(int place, string? value)
    {
        if (value is null)
            WriteNull(place);
        else if (!TryWrite(place, value))
            WriteSeparately(place, value);
    }

    internal void Write<T>(int place, T value)
        where T : struct, IKlaviyoEnum => Write(place, value.Value);

    internal void Write<T>(int place, T? value)
        where T : struct, IKlaviyoEnum => Write(place, value?.Value);

    /// <summary>Gives the members so far to the JSON writer: before a value that is written by it, and after the last member.</summary>
    /// <returns>The JSON writer.</returns>
    internal Utf8JsonWriter Flush()
    {
        // The JSON writer puts a comma before them where one is needed.
        if (_length > 0)
            _json.WriteRawValue(_buffer[1.._length], skipInputValidation: true);
        _length = 0;
        return _json;
    }

    // A JSON writer that validates refuses several members as one value, one that indents puts spaces between them, and another encoder has other escapes.
    private static bool TakesSeveral(in JsonWriterOptions options) =>
        options.SkipValidation && !options.Indented && (options.Encoder is null || options.Encoder == JavaScriptEncoder.Default);

    private bool TryWrite(int place, string value)
    {
        Span<byte> free = _buffer[_length..];
        int start = _names.CopyPrefix(place, free);
        free = free[start..];
        if (start == 0 || free.Length <= value.Length)
            return false;
        int written = BodyText.Write(value, free[..^1]);
        if (written < 0)
            return false;
        free[written] = (byte)'"';
        _length += start + written + 1;
        return true;
    }

    // A text can be too long for the rest of the buffer, for all of it, or one that only the framework writes.
    private void WriteSeparately(int place, string value)
    {
        Flush();
        if (!TryWrite(place, value))
            _json.WriteString(_names[place], value);
    }
}
