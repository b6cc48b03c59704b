using System.Linq.Expressions;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Printing;

/// <summary>The symbols and precedences of C#'s operators, and its names for types.</summary>
internal static class CSharpOperators
{
    internal static string? Symbol(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.AndAlso => "&&",
        ExpressionType.OrElse => "||",
        ExpressionType.And => "&",
        ExpressionType.Or => "|",
        ExpressionType.ExclusiveOr => "^",
        ExpressionType.Add or ExpressionType.AddChecked => "+",
        ExpressionType.Subtract or ExpressionType.SubtractChecked => "-",
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => "*",
        ExpressionType.Divide => "/",
        ExpressionType.Modulo => "%",
        ExpressionType.Coalesce => "??",
        ExpressionType.LeftShift => "<<",
        ExpressionType.RightShift => ">>",
        _ => null,
    };

    internal static int Precedence(ExpressionType type) => Symbol(type) switch
    {
        "*" or "/" or "%" => 9,
        "+" or "-" => 8,
        "<" or "<=" or ">" or ">=" => 7,
        "==" or "!=" => 6,
        "&" => 5,
        "^" => 4,
        "|" => 3,
        "&&" => 2,
        "||" => 1,
        _ => 0,
    };

    internal static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return TypeName(underlying) + "?";
        if (type.IsArray)
            return TypeName(type.GetElementType()!) + "[]";
        if (Keyword(type) is { } keyword)
            return keyword;
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 || CompilerNames.IsAnonymous(type)
            ? CompilerNames.Type(type)
            : $"{type.Name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";
    }

    private static string? Keyword(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => null,
        TypeCode.String => "string",
        TypeCode.Boolean => "bool",
        TypeCode.Char => "char",
        TypeCode.Int16 => "short",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        _ => type == typeof(object) ? "object" : null,
    };
}
