using System.Globalization;
using System.Text;
using KlaviyoLinq.Quoting;

namespace KlaviyoLinq;

/// <summary>
/// One reason why Klaviyo cannot answer a query or execute a command, or a note about a command, with the C# that causes it and what to write instead.
/// </summary>
public sealed class KlaviyoFinding
{
    internal KlaviyoFinding(KlaviyoFindingCode code, string @operator, string fragment, KlaviyoCallSite site, string reason, string advice)
    {
        Code = code;
        Operator = @operator;
        Fragment = fragment;
        Site = site;
        Reason = reason;
        Advice = advice;
    }

    /// <summary>The code of the reason.</summary>
    public KlaviyoFindingCode Code { get; }

    /// <summary>The rule that the query or command breaks, with its title and category.</summary>
    public KlaviyoRule Rule => KlaviyoRule.Of(Code);

    /// <summary>The code as text: <c>KLQ2001</c>.</summary>
    public string Id => Rule.Id;

    /// <summary>The LINQ operator or command that causes it: <c>Where</c>, <c>CreateAsync</c>; empty when the whole query does.</summary>
    public string Operator { get; }

    /// <summary>The fragment of the query or command that causes it, as C#: <c>p.FirstName == "Jane"</c>.</summary>
    public string Fragment { get; }

    /// <summary>The call site of the operator: source text, file and line.</summary>
    public KlaviyoCallSite Site { get; }

    /// <summary>The reason why Klaviyo cannot answer it, as one sentence.</summary>
    public string Reason { get; }

    /// <summary>The advice: the query to write instead, or what the endpoint supports.</summary>
    public string Advice { get; }

    /// <summary>The documentation of the code, as Markdown: its meaning, an example with its message, what to write instead, and why.</summary>
    public string HelpText => Rule.HelpText;

    /// <summary>The origin in the program: an expression at run time, a syntax node at compile time.</summary>
    internal object? Origin { get; init; }

    /// <summary>Counts the fragments of the same text before this one in the operator's argument.</summary>
    internal Func<int>? CountBefore { get; init; }

    /// <summary>
    /// Returns the finding as text for a terminal: code, name and reason, source with carets under the fragment, advice, and place. Of the source
    /// file only the name is shown.
    /// </summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(TextLines.Wrap($"{Id} {Code}: {Reason}", "", "    ")).Append('\n');
        AppendSource(text);
        text.Append(TextLines.Wrap(Advice, "    ", "    "));
        if (Site.File is { } file)
            text.Append("\n    at ")
                .Append(file.Substring(file.LastIndexOfAny(['/', '\\']) + 1)).Append(':').Append(Site.Line.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private void AppendSource(StringBuilder text)
    {
        string source = SourceTokens.OneLine(Operator.Length == 0 ? Fragment : Site.Text ?? Fragment);
        if (source.Length == 0 && Operator.Length == 0)
            return;
        string opening = Operator.Length == 0 ? "    " : "    ." + Operator + "(";
        text.Append(opening).Append(source).Append(Operator.Length == 0 ? "\n" : ")\n");
        if (Fragment.Length == 0)
            return;
        if (SourceSpan.Find(source, Fragment, CountBefore?.Invoke() ?? 0) is { } span)
            text.Append(' ', opening.Length + span.Start).Append('^', span.Length).Append('\n');
        else
            text.Append("    here: ").Append(Fragment).Append('\n');
    }
}
