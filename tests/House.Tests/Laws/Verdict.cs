using Xunit.Sdk;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Fails a test with every offence at once, so that one run reports all of them.</summary>
internal static class Verdict
{
    internal static void MustBeEmpty(this IEnumerable<Offence> offences)
    {
        Offence[] found = [.. offences.OrderBy(offence => offence.Path, StringComparer.Ordinal).ThenBy(offence => offence.Line)];
        if (found.Length > 0)
            throw new XunitException($"{found.Length} broken:\n" + string.Join('\n', found.Select(offence => "  " + offence)));
    }
}
