using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class TestNamesTests
{
    [Fact]
    public void Tests_are_named_as_sentences() => TestNamesLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("[Fact] void FilterTest() { }")]
    [InlineData("[Theory] void Filter_works() { }")]
    [InlineData("[Fact(Skip = \"a reason\")] void a_filter_becomes_any() { }")]
    public void A_test_without_a_sentence_is_found(string method) => Judge(method).Should().ContainSingle();

    [Theory]
    [InlineData("[Fact] void A_filter_by_two_emails_becomes_any() { }")]
    [InlineData("void FilterTest() { }")]
    public void A_sentence_or_a_method_that_is_not_a_test_is_not_found(string method) => Judge(method).Should().BeEmpty();

    private static IEnumerable<Offence> Judge(string method) => TestNamesLaw.Judge(Repository.Sample(("tests/T/A.cs", $"class A {{ {method} }}")));
}
