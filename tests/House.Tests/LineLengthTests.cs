using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class LineLengthTests
{
    private static readonly string _long = new('x', LineLengthLaw.Longest);

    [Fact]
    public void No_line_is_longer_than_the_limit() => LineLengthLaw.Judge(Repository.Current).MustBeEmpty();

    [Fact]
    public void A_line_of_code_beyond_the_limit_is_found_with_its_line() =>
        Judge($"class A\n{{\n    int {_long};\n}}").Should().ContainSingle().Which.Line.Should().Be(3);

    [Fact]
    public void A_comment_beyond_the_limit_is_found() => Judge("// " + _long + "\nclass A;").Should().ContainSingle();

    [Fact]
    public void A_line_that_is_one_literal_is_not_found() =>
        Judge($"class A\n{{\n    string F() => \"{_long}\";\n    string G() => $\"{{1}} {_long}\";\n}}").Should().BeEmpty();

    [Fact]
    public void A_literal_within_a_long_line_of_code_is_found() =>
        Judge($"class A\n{{\n    string {_long[..70]}() => \"{_long[..100]}\";\n}}").Should().ContainSingle();

    [Fact]
    public void A_line_of_a_literal_of_several_lines_is_not_found() =>
        Judge($"class A\n{{\n    string F() => \"\"\"\n        {_long}\n        \"\"\";\n}}").Should().BeEmpty();

    private static IEnumerable<Offence> Judge(string text) => LineLengthLaw.Judge(Repository.Sample(("src/A.cs", text)));
}
