using System.Globalization;
using System.Text;
using KlaviyoLinq.Quoting;
using KlaviyoLinq.Rules;

namespace KlaviyoLinq;

/// <summary>One reason for which Klaviyo cannot answer a query, with the piece of C# it is about and what can be written instead.</summary>
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

    /// <summary>The kind of reason.</summary>
    public KlaviyoFindingCode Code { get; }

    /// <summary>The code as it is written: <c>KLQ2001</c>.</summary>
    public string Id => "KLQ" + ((int)Code).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The LINQ operator it is about: <c>Where</c>; empty where it is about the query as a whole.</summary>
    public string Operator { get; }

    /// <summary>The piece of the query it is about, as C#: <c>p.FirstName == "Jane"</c>.</summary>
    public string Fragment { get; }

    /// <summary>Call site of the operator.</summary>
    public KlaviyoCallSite Site { get; }

    /// <summary>Why Klaviyo cannot answer it.</summary>
    public string Reason { get; }

    /// <summary>The advice: the query to write instead, or what the endpoint supports.</summary>
    public string Advice { get; }

    /// <summary>The page of the documentation that explains this code, as Markdown: what is refused, why, and examples of what to write instead.</summary>
    public string HelpText => RulePages.Of(Id);

    /// <summary>The piece of the program it is about: an expression at run time, a syntax node at compile time.</summary>
    internal object? Origin { get; init; }

    /// <summary>Counts the pieces of the same text that stand before this one in the operator's argument.</summary>
    internal Func<int>? CountBefore { get; init; }

    /// <summary>
    /// The finding as it is shown to a person: code, name and reason, source with a caret under the piece, advice, and place. Of the source file only the name is shown.
    /// </summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(Id).Append(' ').Append(Code).Append(": ").Append(Reason).Append('\n');
        AppendSource(text);
        text.Append("    ").Append(Advice);
        if (Site.File is { } file)
            text.Append("\n    at ").Append(file.Substring(file.LastIndexOfAny(['/', '\\']) + 1)).Append(':').Append(Site.Line.ToString(CultureInfo.InvariantCulture));
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
