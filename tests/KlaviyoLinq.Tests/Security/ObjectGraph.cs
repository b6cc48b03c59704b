using System.Collections;
using System.Diagnostics;
using System.Reflection;

namespace KlaviyoLinq.Tests.Security;

/// <summary>Texts that a debugger, a logger or a serializer would show of the library's objects reachable from one of them.</summary>
internal static class ObjectGraph
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The library's own objects that can be reached through fields, private ones included.</summary>
    internal static IReadOnlyCollection<object> From(object root)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> open = new([root]);
        while (open.TryPop(out object? current))
        {
            if (!seen.Add(current))
                continue;
            foreach (object reference in References(current))
                if (!reference.GetType().IsPrimitive
                    && reference is not (string or Type or Delegate or Pointer)
                    && (IsOurs(reference.GetType()) || reference is IEnumerable))
                    open.Push(reference);
        }

        return [.. seen.Where(found => IsOurs(found.GetType()))];
    }

    /// <summary>Text of an object in a list of variables: its <c>ToString</c>, or the result of its display attribute.</summary>
    internal static IEnumerable<string> Shown(object shown)
    {
        yield return shown.ToString() ?? "";
        if (shown is IFormattable formattable)
            yield return formattable.ToString(null, null);
        foreach (PropertyInfo property in shown.GetType()
                .GetProperties(Everything).Where(property => property.GetIndexParameters().Length == 0 && !IsHidden(property)))
            if (property.PropertyType == typeof(string) || property.PropertyType == typeof(Uri))
                yield return $"{property.GetValue(shown)}";
        foreach (FieldInfo field in shown.GetType().GetFields(Everything).Where(field => !IsHidden(field)))
            if (field.FieldType == typeof(string) || field.FieldType == typeof(Uri))
                yield return $"{field.GetValue(shown)}";
    }

    private static bool IsHidden(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State == DebuggerBrowsableState.Never
        || (member is FieldInfo field && field.Name.StartsWith('<') && Property(field) is { } property && IsHidden(property));

    private static PropertyInfo? Property(FieldInfo field) =>
        field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], Everything);

    private static IEnumerable<object> References(object holder)
    {
        if (holder is IEnumerable items and not string && !IsOurs(holder.GetType()))
            foreach (object? item in items.Cast<object?>().Take(50))
                if (item is not null)
                    yield return item;
        for (Type? type = holder.GetType(); type is not null && IsOurs(type); type = type.BaseType)
            foreach (FieldInfo field in type.GetFields(Everything))
                if (field.GetValue(holder) is { } reference)
                    yield return reference;
    }

    private static bool IsOurs(Type type) => type.Assembly == typeof(KlaviyoContext).Assembly;
}
