using System.Text.RegularExpressions;

namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>A difference between a catalogue and its document that is meant.</summary>
/// <param name="Pattern">The entries, each after <c>-</c> where only the document has it, and after <c>+</c> where only the catalogue has it.</param>
/// <param name="Reason">Why the catalogue is right.</param>
internal sealed record Override(string Pattern, string Reason)
{
    internal bool Covers(string difference) => Regex.IsMatch(difference, "^" + Pattern + "$", RegexOptions.CultureInvariant);
}
