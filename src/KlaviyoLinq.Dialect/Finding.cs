using System.Globalization;
using System.Text;

namespace KlaviyoLinq;

/// <summary>One reason for which Klaviyo cannot answer a query, with the piece of C# it is about and what can be written instead.</summary>
public sealed class Finding
{
    internal Finding(FindingCode code, string @operator, string fragment, CallSite site, string reason, string advice)
    {
        Code = code;
        Operator = @operator;
        Fragment = fragment;
        Site = site;
        Reason = reason;
        Advice = advice;
    }

    /// <summary>What kind of reason this is.</summary>
    public FindingCode Code { get; }

    /// <summary>The code as it is written: <c>KLQ2001</c>.</summary>
    public string Id => "KLQ" + ((int)Code).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The LINQ operator it is about: <c>Where</c>.</summary>
    public string Operator { get; }

    /// <summary>The piece of the query it is about, as C#: <c>p.FirstName == "Jane"</c>.</summary>
    public string Fragment { get; }

    /// <summary>Where the operator was written.</summary>
    public CallSite Site { get; }

    /// <summary>Why Klaviyo cannot answer it.</summary>
    public string Reason { get; }

    /// <summary>What is allowed, or can be written instead.</summary>
    public string Advice { get; }

    /// <summary>The page of the documentation that explains this code: <c>docs/rules/KLQ2001.md</c>.</summary>
    public string HelpPage => "docs/rules/" + Id + ".md";

    /// <summary>The finding as it is shown to a person: code, reason, source with a caret under the piece, advice and place.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(Id).Append(": ").Append(Reason).Append('\n');
        AppendSource(text);
        text.Append("    ").Append(Advice).Append('\n');
        if (Site.File is { } file)
            text.Append("    at ").Append(file).Append(':').Append(Site.Line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        return text.Append("    ").Append("see ").Append(HelpPage).ToString();
    }

    private void AppendSource(StringBuilder text)
    {
        string source = OneLine(Site.Text ?? Fragment);
        string opening = "    ." + Operator + "(";
        text.Append(opening).Append(source).Append(")\n");
        int start = source.IndexOf(Fragment, StringComparison.Ordinal);
        if (start >= 0 && Fragment.Length > 0)
            text.Append(' ', opening.Length + start).Append('^', Fragment.Length).Append('\n');
        else if (Fragment.Length > 0)
            text.Append("    here: ").Append(Fragment).Append('\n');
    }

    private static string OneLine(string source)
    {
        StringBuilder line = new(source.Length);
        foreach (char c in source)
        {
            if (!char.IsWhiteSpace(c))
                line.Append(c);
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
                line.Append(' ');
        }

        return line.ToString();
    }
}
