using System.Collections;
using System.Globalization;
using System.Reflection;

namespace KlaviyoLinq.NotebookRunner.Showing;

/// <summary>
/// Convention by which libraries show their types in notebooks without referring to a notebook: an attribute named <c>TypeFormatterSourceAttribute</c>
/// names a type that creates the formatters, and everything is found by its name, as in .NET Interactive.
/// </summary>
internal static class ConventionalFormatters
{
    /// <summary>The forms in which the value's own library shows it; none where it does not say.</summary>
    internal static Dictionary<string, string> Format(object value)
    {
        Dictionary<string, string> forms = [];
        foreach (object formatter in FormattersOf(value.GetType()))
        {
            if (formatter.GetType().GetProperty("MimeType")?.GetValue(formatter) is not string form || forms.ContainsKey(form))
                continue;
            using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
            if (formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])?.Invoke(formatter, [value, text]) is true)
                forms.Add(form, text.ToString());
        }

        return forms;
    }

    private static IEnumerable<object> FormattersOf(Type type) =>
        from attribute in type.GetCustomAttributes(inherit: true)
        where attribute.GetType().Name == "TypeFormatterSourceAttribute"
        let source = attribute.GetType().GetProperty("FormatterSourceType")?.GetValue(attribute) as Type
        where source is not null
        from formatter in source.GetMethod(
            "CreateTypeFormatters", BindingFlags.Public | BindingFlags.Instance)?.Invoke(Activator.CreateInstance(source), null) is IEnumerable made
            ? made.Cast<object>()
            : []
        select formatter;
}
