using System.Globalization;

namespace KlaviyoLinq.Emulator.Reporting.Answering;

/// <summary>Makes one text of several, so that different ones give different texts.</summary>
internal static class GroupKey
{
    internal static string Of(IEnumerable<string> texts) =>
        string.Concat(texts.Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}")));
}
