using System.Linq.Expressions;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>Distinguishes conversions that keep a value from those that can change it.</summary>
internal static class Conversions
{
    private static readonly Type[] _integers =
        [typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong)];

    /// <summary>To the nullable form, to a base type, to a wider number: conversions that C# adds and that change no value.</summary>
    internal static bool KeepsTheValue(UnaryExpression convert)
    {
        Type from = Nullable.GetUnderlyingType(convert.Operand.Type) ?? convert.Operand.Type;
        Type to = Nullable.GetUnderlyingType(convert.Type) ?? convert.Type;
        return to.IsAssignableFrom(from) || IsWiderNumber(from, to) || (from == typeof(DateTime) && to == typeof(DateTimeOffset));
    }

    /// <summary>Returns true when C# converted an enumeration to its number, as it does to compare two.</summary>
    internal static bool IsNumberOfEnum(UnaryExpression convert) =>
        (Nullable.GetUnderlyingType(convert.Operand.Type) ?? convert.Operand.Type) is { IsEnum: true } enumeration
        && (Nullable.GetUnderlyingType(convert.Type) ?? convert.Type) is var number
        && (number == Enum.GetUnderlyingType(enumeration) || IsWiderNumber(Enum.GetUnderlyingType(enumeration), number));

    private static bool IsWiderNumber(Type from, Type to) =>
        (_integers.Contains(from) && (to == typeof(double) || to == typeof(decimal)))
        || (from == typeof(float) && to == typeof(double))
        || (_integers.Contains(from) && to == typeof(long) && from != typeof(ulong))
        || (_integers.Contains(from) && to == typeof(int) && from != typeof(ulong) && from != typeof(long) && from != typeof(uint));
}
