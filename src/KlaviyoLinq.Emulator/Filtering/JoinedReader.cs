using System.Globalization;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Reader of the moment at which a profile joined the list or segment whose members are read: <c>joined_group_at</c>.</summary>
internal sealed class JoinedReader : FieldReader
{
    internal override bool Any(in Row row, ValueTest test)
    {
        if (row.JoinedAt == 0)
            return false;
        Span<byte> utf8 = stackalloc byte[40];
        new DateTime(row.JoinedAt, DateTimeKind.Utc).TryFormat(utf8, out int length, "yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
        return test.Holds(new ScalarValue(LiteralKind.Text, utf8[..length]));
    }
}
