using System.Collections;
using System.Globalization;
using KlaviyoLinq.Model;
using ScottPlot;

namespace KlaviyoLinq.NotebookRunner.Showing;

/// <summary>The forms in which a value is shown.</summary>
internal static class MimeBundle
{
    internal const string Text = "text/plain";
    internal const string Picture = "image/svg+xml";

    /// <summary>The forms of a value, text always among them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">A name for the place where it is shown, unique within the notebook.</param>
    internal static IReadOnlyDictionary<string, string> Of(object? value, string place)
    {
        Dictionary<string, string> forms = value switch
        {
            null or string => [],
            Plot plot => new Dictionary<string, string> { [Picture] = PlotPicture.Draw(plot, place), [Text] = PlotText.Describe(plot) },
            _ when ConventionalFormatters.Format(value) is { Count: > 0 } own => own,
            KlaviyoResource resource => ConventionalFormatters.Format(Table(new[] { resource }, resource.GetType())),
            IEnumerable rows when ElementType(value.GetType()) is { } row => ConventionalFormatters.Format(Table(rows, row)),
            _ => [],
        };
        forms.TryAdd(Text, Plain(value));
        return forms;
    }

    private static string Plain(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static object Table(IEnumerable rows, Type row)
    {
        Array array = Array.CreateInstance(row, rows.Cast<object?>().Count());
        int next = 0;
        foreach (object? element in rows)
            array.SetValue(element, next++);
        return typeof(KlaviyoTable).GetMethod(nameof(KlaviyoTable.Of))!.MakeGenericMethod(row).Invoke(null, [array, 20])!;
    }

    private static Type? ElementType(Type type) =>
        type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
