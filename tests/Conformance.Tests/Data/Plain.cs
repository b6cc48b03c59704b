using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>Types whose values compare by what they are.</summary>
internal static class Plain
{
    internal static bool Is(Type type)
    {
        Type value = Nullable.GetUnderlyingType(type) ?? type;
        return value.IsPrimitive
            || value == typeof(string)
            || value == typeof(DateTimeOffset)
            || value == typeof(DateOnly)
            || typeof(IKlaviyoEnum).IsAssignableFrom(value);
    }
}
