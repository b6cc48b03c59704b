using System.Text.Json;

namespace KlaviyoLinq.Emulator.Writing.Templates;

/// <summary>
/// Expression of a template: a variable or a literal, followed by filters. The filters are <c>default</c>, <c>lookup</c> (a member by any name),
/// <c>lower</c>, <c>upper</c> and <c>safe</c>.
/// </summary>
internal static class TemplateExpression
{
    /// <returns>The value, and the fault in its place; null for none.</returns>
    internal static (TemplateValue Value, string? Fault) Evaluate(string expression, JsonElement context)
    {
        List<string> parts = Split(expression, '|');
        TemplateValue value = Term(parts[0], context);
        foreach (string filter in parts.Skip(1))
        {
            List<string> named = Split(filter, ':');
            TemplateValue? argument = named.Count == 2 ? Term(named[1], context) : null;
            TemplateValue? filtered = (named[0], argument) switch
            {
                ("default", { } standard) => value.IsTrue ? value : standard,
                ("lookup", { } name) => value.Member(name.Text),
                ("lower", null) => value with { Text = value.Text.ToLowerInvariant() },
                ("upper", null) => value with { Text = value.Text.ToUpperInvariant() },
                ("safe", null) => value with { IsSafe = true },
                _ => null,
            };
            if (filtered is null)
                return (TemplateValue.Nothing, $"the emulator does not know the filter '{filter}' of {{{{ {expression} }}}}.");
            value = filtered.Value;
        }
        return (value, null);
    }

    private static TemplateValue Term(string term, JsonElement context)
    {
        if (term.Length > 1 && term[0] is '"' or '\'' && term[^1] == term[0])
            return TemplateValue.Literal(term[1..^1]);
        if (term.Length > 0 && char.IsAsciiDigit(term[0]))
            return TemplateValue.Literal(term);
        TemplateValue value = TemplateValue.Of(context);
        foreach (string name in term.Split('.'))
            value = value.Member(name);
        return value;
    }

    /// <summary>Splits at a character outside of quotes.</summary>
    private static List<string> Split(string text, char separator)
    {
        List<string> parts = [];
        char quote = '\0';
        int start = 0;
        for (int i = 0; i < text.Length; i++)
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '"' or '\'')
                quote = text[i];
            else if (text[i] == separator)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        parts.Add(text[start..].Trim());
        return parts;
    }
}
