using System.Text.Json;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>Reads the attributes of resources of which only some members are wanted. The others must be well-formed, but need not be readable.</summary>
internal static class ColumnReader
{
    /// <summary>The kind of resources that a set is of.</summary>
    internal static ResourceKind Kind(ColumnSet columns) => new(columns.ResourceType, () => new ColumnResource(columns), Read);

    private static void Read(KlaviyoResource resource, ref JsonScanner json, ulong wanted)
    {
        var row = (ColumnResource)resource;
        if (row.Columns.Attributes.IsEmpty)
            json.Skip();
        else
            Read(ref json, row.Columns.Attributes, row);
    }

    private static void Read(ref JsonScanner json, ColumnObject columns, ColumnResource row)
    {
        int place = -1;
        while (json.NextMember(columns.Members, ref place))
        {
            if (place < 0)
            {
                json.SkipValue();
                continue;
            }

            ref readonly ColumnMember member = ref columns[place];
            if (member.Object is { } within)
                ReadWithin(ref json, within, row);
            else
                row[member.Place] = member.IsRequired ? RequireValue(ref json, member.Kind) : ReadValue(ref json, member.Kind);
        }
    }

    private static void ReadWithin(ref JsonScanner json, ColumnObject columns, ColumnResource row)
    {
        columns.Clear(row);
        json.NextValue();
        if (json.Kind == JsonTokenType.Null)
            return;
        if (JsonValues.IsObject(ref json))
            Read(ref json, columns, row);
        if (json.Failures?.EndOfNull() == true)
            columns.Clear(row);
    }

    private static object RequireValue(ref JsonScanner json, ColumnKind kind) => kind switch
    {
        ColumnKind.Text => JsonValues.RequireString(ref json),
        ColumnKind.Integer => JsonValues.RequireInteger(ref json),
        ColumnKind.Number => JsonValues.RequireNumber(ref json),
        ColumnKind.Boolean => JsonValues.RequireBoolean(ref json),
        ColumnKind.DateTime => JsonValues.RequireDateTime(ref json),
        _ => JsonValues.RequireDate(ref json),
    };

    private static object? ReadValue(ref JsonScanner json, ColumnKind kind) => kind switch
    {
        ColumnKind.Text => JsonValues.ReadString(ref json),
        ColumnKind.Integer => JsonValues.ReadInteger(ref json),
        ColumnKind.Number => JsonValues.ReadNumber(ref json),
        ColumnKind.Boolean => JsonValues.ReadBoolean(ref json),
        ColumnKind.DateTime => JsonValues.ReadDateTime(ref json),
        ColumnKind.Date => JsonValues.ReadDate(ref json),
        ColumnKind.Map => JsonValues.ReadMap(ref json),
        ColumnKind.Scalar => JsonValues.ReadScalar(ref json),
        _ => JsonValues.ReadAny(ref json),
    };
}
