using System.Text.RegularExpressions;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests.Rules;

/// <summary>Parts of a rule's page, in their order: title, code, meaning, an example with its message, what to write instead, the reason.</summary>
internal static partial class RulePage
{
    private static readonly string[] _headings = ["## Refused", "## Instead", "## Why"];

    internal static string Title(Page page) => page.Text.Split('\n')[0].Split(": ", 2)[^1];

    /// <summary>Missing or misplaced parts, each as a sentence.</summary>
    internal static IEnumerable<string> Faults(Page page, KlaviyoFindingCode code)
    {
        if (!page.Text.StartsWith($"# KLQ{(int)code:0000}: ", StringComparison.Ordinal))
            yield return $"The title does not begin with KLQ{(int)code:0000}.";
        if (!page.Text.Contains($"\n\n`KlaviyoFindingCode.{code}`\n\n", StringComparison.Ordinal))
            yield return $"KlaviyoFindingCode.{code} does not follow the title.";
        string[] headings = [.. page.Prose.Select(line => line.Text).Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        if (!headings.SequenceEqual(_headings))
            yield return $"The headings are not {string.Join(", ", _headings)}.";
        else if (!Meaning().IsMatch(page.Text) || !Reason().IsMatch(page.Text))
            yield return "The meaning or the reason is missing.";
    }

    /// <summary>The page with the message of a finding in its block of text, without the place in the source; written when pages are to be written.</summary>
    internal static string WithMessage(Page page, string finding)
    {
        Fence? block = page.Fences.FirstOrDefault(fence => fence.Language == "text");
        if (block is null)
            return $"{page.Path} has no block of text.";
        string[] lines = finding.Split('\n');
        string text = page.With(new Dictionary<Fence, string> { [block] = string.Join('\n', lines.Where(line => !Place().IsMatch(line))) });
        if (Checkout.IsWriting && Checkout.Files.Contains(page.Path))
            Checkout.Write(page.Path, text);
        return text;
    }

    [GeneratedRegex(@"`KlaviyoFindingCode\.\w+`\n\n[A-Z`].+(\n.+)*\n\n## Refused\n")]
    private static partial Regex Meaning();

    [GeneratedRegex(@"## Why\n\n[A-Z`]")]
    private static partial Regex Reason();

    [GeneratedRegex(@"^    at .*:\d+$")]
    private static partial Regex Place();
}
