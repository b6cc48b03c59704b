using System.Text;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>The id of the resource, optionally after a prefix.</summary>
internal sealed class IdReader(string prefix = "") : FieldReader
{
    /// <summary>Gets a value that indicates whether the field is the id itself, by which the store finds a resource.</summary>
    internal bool IsBare => prefix.Length == 0;

    internal override bool Any(in Row row, ValueTest test) => Holds(prefix + row.Resource.Id, test);

    internal static bool Holds(string id, ValueTest test)
    {
        Span<byte> utf8 = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(id, utf8, out int length)
            ? test.Holds(new ScalarValue(LiteralKind.Text, utf8[..length]))
            : test.Holds(new ScalarValue(LiteralKind.Text, Encoding.UTF8.GetBytes(id)));
    }
}
