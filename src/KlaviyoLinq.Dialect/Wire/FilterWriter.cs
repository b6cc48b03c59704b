using System.Text;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Wire;

/// <summary>Writes filter expressions, before percent-encoding.</summary>
internal static class FilterWriter
{
    internal static string Write(Filter filter)
    {
        StringBuilder text = new();
        if (filter is AndFilter { IsNamed: false } and)
            WriteOperands(text, and.Operands);
        else
            Write(text, filter);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Filter filter)
    {
        switch (filter)
        {
            case ComparisonFilter comparison:
                text.Append(comparison.Operator.WireName()).Append('(').Append(comparison.Field);
                if (comparison.Value is { } value)
                    LiteralWriter.Write(text.Append(','), value);
                text.Append(')');
                break;
            case AndFilter and:
                WriteOperands(text.Append("and("), and.Operands);
                text.Append(')');
                break;
            case OrFilter or:
                WriteOperands(text.Append("or("), or.Operands);
                text.Append(')');
                break;
            case RawFilter raw:
                text.Append(raw.Text);
                break;
            case NotFilter not:
                Write(text.Append("not("), not.Operand);
                text.Append(')');
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(filter), filter, null);
        }
    }

    private static void WriteOperands(StringBuilder text, IReadOnlyList<Filter> operands)
    {
        for (int i = 0; i < operands.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            Write(text, operands[i]);
        }
    }
}
