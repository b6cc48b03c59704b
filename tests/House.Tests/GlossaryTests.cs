using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class GlossaryTests
{
    private const string Heading = "| term | meaning | type |\n|---|---|---|\n";

    private const string Replaced = "\n## Replaced words\n\n| word | instead |\n|---|---|\n| dear, dearest | expensive |\n";

    [Fact]
    public void Each_term_of_the_glossary_is_used() => GlossaryLaw.JudgeTerms(Repository.Current).MustBeEmpty();

    [Fact]
    public void No_name_and_no_summary_holds_a_replaced_word() => GlossaryLaw.JudgeWords(Repository.Current).MustBeEmpty();

    [Fact]
    public void The_glossary_of_the_repository_is_read()
    {
        Glossary glossary = Glossary.Of(Repository.Current);

        glossary.Terms.Should().HaveCountGreaterThan(50).And.Contain(term => term.Term == "operation" && term.Type == "OperationFacts");
        glossary.ReplacedWords.Should().ContainKeys("dear", "spelled", "spells").And.NotContainKey("word");
    }

    [Fact]
    public void A_term_whose_type_does_not_exist_is_found() =>
        Terms(Heading + "| slot | a place | `TemplateSlot` |", "class Slot;").Should().ContainSingle().Which.Line.Should().Be(3);

    [Fact]
    public void A_term_that_no_page_uses_is_found() => Terms(Heading + "| cursor | a name | |", "class Cursor;").Should().ContainSingle();

    [Fact]
    public void A_term_that_stands_twice_is_found() =>
        Terms(Heading + "| page | one answer | `Page` |\n| page | a leaf | `Page` |", "class Page;").Should().HaveCount(2);

    [Fact]
    public void A_term_with_its_type_or_with_a_page_is_not_found() =>
        Terms(Heading + "| page | one answer | `N.Page<T>` |\n| row | a result | |", "class Page<T>;").Should().BeEmpty();

    [Theory]
    [InlineData("class DearLimit;")]
    [InlineData("class A { int _dear; }")]
    [InlineData("class A { void A_dear_request() { } }")]
    [InlineData("/// <summary>\n/// Limit of a\n/// dear request.\n/// </summary>\nclass A;")]
    public void A_replaced_word_is_found(string text) => Words(text).Should().ContainSingle().Which.What.Should().EndWith("Write instead: expensive.");

    [Theory]
    [InlineData("class Dearly;")]
    [InlineData("// A dear comment.\nclass A;")]
    [InlineData("/// <summary>Limit of <c>dear</c>.</summary>\nclass A { string F => \"dear\"; }")]
    public void Another_word_is_not_found(string text) => Words(text).Should().BeEmpty();

    private static IEnumerable<Offence> Terms(string glossary, string text) =>
        GlossaryLaw.JudgeTerms(Repository.Sample((Glossary.Path, glossary), ("docs/a.md", "All rows."), ("src/A.cs", text)));

    private static IEnumerable<Offence> Words(string text) =>
        GlossaryLaw.JudgeWords(Repository.Sample((Glossary.Path, Heading + Replaced), ("src/A.cs", text)));
}
