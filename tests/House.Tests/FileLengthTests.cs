using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class FileLengthTests
{
    [Fact]
    public void No_hand_written_file_is_longer_than_300_lines() => FileLengthLaw.JudgeEach(Repository.Current).MustBeEmpty();

    [Fact]
    public void Half_of_the_files_are_at_most_60_lines_long_and_nine_in_ten_at_most_150() => FileLengthLaw.JudgeSpread(Repository.Current).MustBeEmpty();

    [Fact]
    public void A_file_of_301_lines_is_found_and_one_of_300_is_not()
    {
        Repository sample = Repository.Sample(("src/A/Long.cs", Lines(301)), ("src/A/Short.cs", Lines(300)));

        FileLengthLaw.JudgeEach(sample).Should().ContainSingle().Which.Path.Should().Be("src/A/Long.cs");
    }

    [Fact]
    public void A_long_generated_file_is_not_found() =>
        FileLengthLaw.JudgeEach(Repository.Sample(("src/A/Generated/Long.cs", Lines(301)), ("src/A/Long.g.cs", Lines(301)))).Should().BeEmpty();

    [Fact]
    public void A_median_above_60_names_every_file_above_60()
    {
        Repository sample = Repository.Sample(("A.cs", Lines(61)), ("B.cs", Lines(62)), ("C.cs", Lines(10)));

        FileLengthLaw.JudgeSpread(sample).Select(offence => offence.Path).Should().Equal("A.cs", "B.cs");
    }

    [Fact]
    public void A_tenth_of_files_above_150_lines_is_allowed_and_more_is_found()
    {
        (string, string)[] nine = [.. Enumerable.Range(0, 9).Select(number => ($"{number}.cs", Lines(10)))];

        FileLengthLaw.JudgeSpread(Repository.Sample([.. nine, ("A.cs", Lines(151))])).Should().BeEmpty();
        FileLengthLaw.JudgeSpread(Repository.Sample([.. nine, ("A.cs", Lines(151)), ("B.cs", Lines(152))])).Should().HaveCount(2);
    }

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("//\n", count));
}
