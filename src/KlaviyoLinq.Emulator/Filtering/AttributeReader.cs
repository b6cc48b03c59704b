using System.Text;
using System.Text.Json;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>An attribute, or a value within one: <c>email</c>, <c>subscriptions.email.marketing.suppression.reason</c> (of any element).</summary>
internal sealed class AttributeReader(LayoutMember member, params string[] path) : FieldReader
{
    private readonly byte[][] _path = [.. path.Select(Encoding.UTF8.GetBytes)];

    internal override bool Any(in Row row, ValueTest test) => Any(row.Resource.Value(member), 0, test);

    private bool Any(ReadOnlySpan<byte> json, int depth, ValueTest test)
    {
        if (json.IsEmpty)
            return false;
        if (json[0] == '[')
            return AnyElement(json, depth, test);
        if (depth < _path.Length)
            return json[0] == '{' && Any(Member(json, _path[depth]), depth + 1, test);
        return json[0] switch
        {
            (byte)'n' => false,
            (byte)'{' => test.HoldsForObjects,
            (byte)'"' => Text(json, test),
            (byte)'t' or (byte)'f' => test.Holds(new ScalarValue(LiteralKind.Boolean, json)),
            _ => test.Holds(new ScalarValue(LiteralKind.Number, json)),
        };
    }

    private bool AnyElement(ReadOnlySpan<byte> json, int depth, ValueTest test)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (Any(json[start..(int)reader.BytesConsumed], depth, test))
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<byte> Member(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals(name);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (found)
                return json[start..(int)reader.BytesConsumed];
        }
        return default;
    }

    private static bool Text(ReadOnlySpan<byte> json, ValueTest test)
    {
        ReadOnlySpan<byte> inner = json[1..^1];
        if (!inner.Contains((byte)'\\'))
            return test.Holds(new ScalarValue(LiteralKind.Text, inner));
        Utf8JsonReader reader = new(json);
        reader.Read();
        Span<byte> unescaped = inner.Length <= 512 ? stackalloc byte[512] : new byte[inner.Length];
        return test.Holds(new ScalarValue(LiteralKind.Text, unescaped[..reader.CopyString(unescaped)]));
    }
}
