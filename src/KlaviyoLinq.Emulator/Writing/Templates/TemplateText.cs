using System.Text;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Writing.Templates;

/// <summary>
/// Renders text of templates in a part of Django's language: variables with dots (<c>{{ person.first_name }}</c>), the filters of
/// <see cref="TemplateExpression"/>, and comments (<c>{# … #}</c>). A tag (<c>{% … %}</c>) is a fault, so that no test takes it for rendered.
/// </summary>
internal static class TemplateText
{
    /// <param name="source">The text.</param>
    /// <param name="context">The object with the values of the variables.</param>
    /// <param name="isMarkup">Indicates whether values are escaped.</param>
    /// <returns>The rendered text, and the fault that prevents it; null for none.</returns>
    internal static (string Text, string? Fault) Render(string source, JsonElement context, bool isMarkup)
    {
        StringBuilder text = new(source.Length);
        int at = 0;
        while (NextMark(source, at) is var mark and >= 0)
        {
            string end = source[mark + 1] switch { '{' => "}}", '%' => "%}", _ => "#}" };
            int close = source.IndexOf(end, mark + 2, StringComparison.Ordinal);
            // What is not closed is text.
            if (close < 0)
                break;
            text.Append(source, at, mark - at);
            string inside = source[(mark + 2)..close].Trim();
            at = close + 2;
            if (end == "%}")
                return ("", $"the emulator does not know the tag {{% {inside} %}}.");
            if (end == "#}")
                continue;
            (TemplateValue value, string? fault) = TemplateExpression.Evaluate(inside, context);
            if (fault is not null)
                return ("", fault);
            text.Append(isMarkup && !value.IsSafe ? Escaped(value.Text) : value.Text);
        }
        return (text.Append(source, at, source.Length - at).ToString(), null);
    }

    private static int NextMark(string source, int from)
    {
        for (int at = source.IndexOf('{', from); at >= 0 && at + 1 < source.Length; at = source.IndexOf('{', at + 1))
            if (source[at + 1] is '{' or '%' or '#')
                return at;
        return -1;
    }

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#x27;");
}
