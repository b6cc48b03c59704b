using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class ForbiddenWordsTests
{
    [Fact]
    public void Nothing_is_left_for_later_and_nothing_is_folded_away() => ForbiddenWordsLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("class A\n{\n#region B\n#endregion\n}", 3)]
    [InlineData("class A;\n// TODO: more", 2)]
    [InlineData("/*\n * FIXME\n */\nclass A;", 2)]
    [InlineData("/// <summary>HACK</summary>\nclass A;", 1)]
    [InlineData("class A { void B() =>\n throw new NotImplementedException(); }", 2)]
    [InlineData("class A { void B() =>\n throw new System.NotImplementedException(); }", 2)]
    public void A_forbidden_word_is_found_on_its_line(string text, int line) =>
        ForbiddenWordsLaw.Judge(Repository.Sample(("A.cs", text))).Should().ContainSingle().Which.Line.Should().Be(line);

    [Fact]
    public void A_note_in_a_build_file_is_found() =>
        ForbiddenWordsLaw.Judge(Repository.Sample(("A.props", "<Project><!-- TODO --></Project>"))).Should().ContainSingle();

    [Theory]
    [InlineData("class A { string B = \"TODO\"; }")]
    [InlineData("// a to-do list, and what to do; Todo\nclass TodoList;")]
    public void The_same_letters_elsewhere_are_not_found(string text) => ForbiddenWordsLaw.Judge(Repository.Sample(("A.cs", text))).Should().BeEmpty();
}
