using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Display;

/// <summary>Columns of a type's rows.</summary>
internal static class Columns
{
    /// <summary>The columns of a type: its public properties and fields, or the row itself where that is a value.</summary>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2070",
        Justification = "Shows rows to a person. What is shown in a trimmed application has been read there before, or is a column less.")]
    internal static IReadOnlyList<Column> Of(Type row)
    {
        if (IsValue(Nullable.GetUnderlyingType(row) ?? row))
            return [new Column("Value", value => value, IsAlwaysShown: true)];
        bool isOfKlaviyo = row.IsAssignableTo(typeof(KlaviyoObject));
        var properties =
            from property in row.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.CanRead && property.GetIndexParameters().Length == 0
            where !isOfKlaviyo || property.CanWrite
            orderby isOfKlaviyo && property.Name == nameof(KlaviyoResource.Id) ? 0 : 1
            select new Column(property.Name, property.GetValue, !isOfKlaviyo || property.Name == nameof(KlaviyoResource.Id));
        var fields = row.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => new Column(field.Name, field.GetValue, IsAlwaysShown: true));
        return [.. properties, .. fields];
    }

    private static bool IsValue(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(object)
        || type.IsAssignableTo(typeof(IFormattable)) || type.IsAssignableTo(typeof(IEnumerable)) || type.IsAssignableTo(typeof(IKlaviyoEnum))
        || type == typeof(Uri) || type == typeof(KlaviyoValue);
}
