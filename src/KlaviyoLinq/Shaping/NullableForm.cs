using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>Nullable forms of the values that projections read.</summary>
internal static class NullableForm
{
    /// <summary>
    /// The nullable form of a type; the type itself where it has a null of its own. A program compiled ahead of time holds those that are named here: another
    /// type, which is an open enumeration or a structure of the author's own, has none there, and reads as its default where it is missing.
    /// </summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Where code cannot be made at run time, the type is not made.")]
    internal static Type Of(Type type) => type switch
    {
        { IsValueType: false } or { IsByRefLike: true } => type,
        _ when type == typeof(void) || type == typeof(KlaviyoValue) || Nullable.GetUnderlyingType(type) is not null => type,
        _ when type == typeof(bool) => typeof(bool?),
        _ when type == typeof(char) => typeof(char?),
        _ when type == typeof(int) => typeof(int?),
        _ when type == typeof(long) => typeof(long?),
        _ when type == typeof(double) => typeof(double?),
        _ when type == typeof(decimal) => typeof(decimal?),
        _ when type == typeof(DateTimeOffset) => typeof(DateTimeOffset?),
        _ when type == typeof(DateTime) => typeof(DateTime?),
        _ when type == typeof(DateOnly) => typeof(DateOnly?),
        _ when type == typeof(TimeSpan) => typeof(TimeSpan?),
        _ when type == typeof(DayOfWeek) => typeof(DayOfWeek?),
        _ => RuntimeFeature.IsDynamicCodeSupported ? typeof(Nullable<>).MakeGenericType(type) : type,
    };

    /// <summary>The value in the nullable form of its type.</summary>
    internal static Expression Lift(Expression value)
    {
        Type type = Of(value.Type);
        return type == value.Type ? value : Expression.Convert(value, type);
    }

    /// <summary>Returns whether a nullable value is present.</summary>
    internal static Expression IsThere(Expression value) => Expression.NotEqual(value, Expression.Constant(null, value.Type));
}
