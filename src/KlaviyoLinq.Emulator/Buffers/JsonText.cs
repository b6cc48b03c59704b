using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Buffers;

/// <summary>Writes JSON strings into a buffer.</summary>
internal static class JsonText
{
    /// <summary>Characters that need no escape.</summary>
    private static readonly SearchValues<char> _plain =
        SearchValues.Create(" !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Writes the text between the quotes of a string.</summary>
    internal static string Escaped(string text) =>
        text.AsSpan().ContainsAnyExcept(_plain) ? JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value : text;

    /// <summary>Writes a string with its quotes.</summary>
    internal static void WriteString(this PageBuffer buffer, string text)
    {
        buffer.Write((byte)'"');
        buffer.Write(Escaped(text));
        buffer.Write((byte)'"');
    }
}
