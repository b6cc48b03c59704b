using System.Text.Json;
using KlaviyoLinq.Emulator.Buffers;

namespace KlaviyoLinq.Emulator.Fieldsets;

/// <summary>Copies from a JSON value what a fieldset wants: of an object the listed members, of an array the same of each element.</summary>
internal static class JsonReduction
{
    internal static void Write(PageBuffer to, ReadOnlySpan<byte> json, FieldTree tree)
    {
        if (tree.IsWhole || json[0] is not ((byte)'{' or (byte)'['))
            to.Write(json);
        else if (json[0] == '[')
            WriteArray(to, json, tree);
        else
            WriteObject(to, json, tree);
    }

    private static void WriteObject(PageBuffer to, ReadOnlySpan<byte> json, FieldTree tree)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        to.Write((byte)'{');
        int missing = tree.Count;
        while (missing > 0 && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            FieldTree? wanted = tree.Find(ref reader);
            int nameStart = (int)reader.TokenStartIndex;
            reader.Read();
            int valueStart = (int)reader.TokenStartIndex;
            reader.Skip();
            if (wanted is null)
                continue;
            missing--;
            if (to.Last != '{')
                to.Write((byte)',');
            to.Write(json[nameStart..valueStart]);
            Write(to, json[valueStart..(int)reader.BytesConsumed], wanted);
        }
        to.Write((byte)'}');
    }

    private static void WriteArray(PageBuffer to, ReadOnlySpan<byte> json, FieldTree tree)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        to.Write((byte)'[');
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (to.Last != '[')
                to.Write((byte)',');
            Write(to, json[start..(int)reader.BytesConsumed], tree);
        }
        to.Write((byte)']');
    }
}
