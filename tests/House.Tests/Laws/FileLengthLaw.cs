using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Hand-written C# files are short: none is long, and most are much shorter than the longest allowed.</summary>
internal static class FileLengthLaw
{
    internal const int Longest = 300;
    internal const int Median = 60;
    internal const int Ninetieth = 150;

    internal static IEnumerable<Offence> JudgeEach(Repository repository) =>
        from source in repository.HandWritten
        where source.Lines.Length > Longest
        select new Offence(source.Path, Longest + 1, $"{source.Lines.Length} lines, the law is {Longest}. Give a part of its work a name and a file of its own.");

    internal static IEnumerable<Offence> JudgeSpread(Repository repository)
    {
        int[] lengths = [.. repository.HandWritten.Select(source => source.Lines.Length).Order()];
        return lengths.Length == 0
            ? []
            : [.. JudgeSpread(repository, "median", Median, lengths[(lengths.Length - 1) / 2]),
               .. JudgeSpread(repository, "90th percentile", Ninetieth, lengths[(int)Math.Ceiling(lengths.Length * 0.9) - 1])];
    }

    private static IEnumerable<Offence> JudgeSpread(Repository repository, string measure, int law, int measured) =>
        from source in measured > law ? repository.HandWritten : []
        where source.Lines.Length > law
        select new Offence(source.Path, 0, $"{source.Lines.Length} lines. The {measure} of all files is {measured}, the law is {law}. Split the longest.");
}
