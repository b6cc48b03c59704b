using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Docs.Tests.Translation;

/// <summary>A line of the translation table: C# as it is compiled here, and what becomes of it.</summary>
/// <param name="CSharp">The C#, on one line.</param>
/// <param name="Requests">What is requested, decoded, without the pages after the first; empty when nothing is.</param>
/// <param name="Code">Why it is refused; null when it is not.</param>
/// <param name="Run">Runs it.</param>
internal sealed partial record TranslationCase(string CSharp, IReadOnlyList<string> Requests, KlaviyoFindingCode? Code, Func<TranslationAccount, Task> Run)
{
    /// <summary>A query, all of whose rows are requested.</summary>
    internal static TranslationCase Rows<T>(
        Func<KlaviyoContext, IKlaviyoQueryable<T>> query, string request, [CallerArgumentExpression(nameof(query))] string text = "") =>
        new(OneLine(text), Lines(request), null, at => query(at.Klaviyo).ToListAsync());

    /// <summary>A query with an end of its own.</summary>
    internal static TranslationCase End(Func<KlaviyoContext, Task> run, string request, [CallerArgumentExpression(nameof(run))] string text = "") =>
        new(OneLine(text), Lines(request), null, at => run(at.Klaviyo));

    /// <summary>A query in the language of the 2022 overview.</summary>
    internal static TranslationCase OfOverview<T>(
        Func<KlaviyoContext, IKlaviyoQueryable<T>> query, string request, [CallerArgumentExpression(nameof(query))] string text = "") =>
        new(OneLine(text), Lines(request), null, at => query(at.Overview).ToListAsync());

    /// <summary>A query of the public operations.</summary>
    internal static TranslationCase OfClient<T>(
        Func<KlaviyoClientContext, IKlaviyoQueryable<T>> query, string request, [CallerArgumentExpression(nameof(query))] string text = "") =>
        new(OneLine(text), Lines(request), null, at => query(at.Client).ToListAsync());

    /// <summary>A query whose request is made and not sent, since the emulator would not know it.</summary>
    internal static TranslationCase Unsent<T>(
        Func<KlaviyoContext, IKlaviyoQueryable<T>> query, string request, [CallerArgumentExpression(nameof(query))] string text = "") =>
        new(OneLine(text), Lines(request), null, at => at.NoteAsync(query(at.Klaviyo).ToRequestUri()));

    /// <summary>A query that is refused, before anything is sent, for one reason.</summary>
    internal static TranslationCase Refused<T>(
        Func<KlaviyoContext, IKlaviyoQueryable<T>> query, KlaviyoFindingCode code, [CallerArgumentExpression(nameof(query))] string text = "") =>
        new(OneLine(text), [], code, at => query(at.Klaviyo).ToListAsync());

    /// <inheritdoc cref="Refused{T}(Func{KlaviyoContext, IKlaviyoQueryable{T}}, KlaviyoFindingCode, string)"/>
    internal static TranslationCase RefusedEnd(
        Func<KlaviyoContext, Task> run, KlaviyoFindingCode code, [CallerArgumentExpression(nameof(run))] string text = "") =>
        new(OneLine(text), [], code, at => run(at.Klaviyo));

    /// <summary>The reasons for which it is refused; empty when it is answered.</summary>
    internal async Task<IReadOnlyList<KlaviyoFindingCode>> FindAsync(TranslationAccount account)
    {
        try
        {
            await Run(account);
            return [];
        }
        catch (UntranslatableQueryException refusal)
        {
            return [.. refusal.Findings.Select(finding => finding.Code)];
        }
    }

    private static string OneLine(string text) =>
        Blanks().Replace(
            Parameter().Replace(text, "").Replace(".AsTask()", "", StringComparison.Ordinal),
            match => match.Groups["joined"].Success ? "" : " ");

    private static string[] Lines(string requests) => requests.Length == 0 ? [] : requests.Split('\n');

    [GeneratedRegex(@"^(klaviyo|client|_) =>\s+")]
    private static partial Regex Parameter();

    // Lines are joined without a blank before a member or a closing bracket, and after an opening one.
    [GeneratedRegex(@"(?<joined>\s*\n\s*(?=[.)\]])|(?<=[(\[])\s*\n\s*)|\s+")]
    private static partial Regex Blanks();
}
