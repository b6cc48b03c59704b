using System.Text.Encodings.Web;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Buffers;

/// <summary>Writes JSON strings into a buffer.</summary>
internal static class JsonText
{
    /// <summary>Writes a string with its quotes; what needs no escape goes straight through.</summary>
    internal static void WriteString(this PageBuffer buffer, string text)
    {
        buffer.Write((byte)'"');
        buffer.WriteInner(text);
        buffer.Write((byte)'"');
    }

    /// <summary>Writes what stands between the quotes of a string.</summary>
    internal static void WriteInner(this PageBuffer buffer, string text)
    {
        if (IsPlain(text))
            buffer.Write(text);
        else
            buffer.Write(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
    }

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
            if (c is < ' ' or '"' or '\\' or > '~')
                return false;
        return true;
    }
}
