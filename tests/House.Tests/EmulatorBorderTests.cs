using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class EmulatorBorderTests
{
    private const string Reference = "<Project><ItemGroup><ProjectReference Include='../KlaviyoLinq.Dialect/KlaviyoLinq.Dialect.csproj' /></ItemGroup></Project>";

    [Fact]
    public void The_emulator_uses_nothing_of_the_dialect_but_the_catalogue() => EmulatorBorderLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("using KlaviyoLinq.Requests; namespace KlaviyoLinq.Emulator; class A { Filter? B; }")]
    [InlineData("namespace KlaviyoLinq.Emulator; class A { KlaviyoLinq.Requests.Filter? B; }")]
    [InlineData("namespace KlaviyoLinq.Emulator; class A { Requests.Filter? B; }")]
    [InlineData("using Written = KlaviyoLinq.Requests.Filter; namespace KlaviyoLinq.Emulator; class A { }")]
    public void Anything_else_of_the_dialect_is_found(string text) => Judge(text).Should().ContainSingle();

    [Theory]
    [InlineData("using KlaviyoLinq.Catalogue; namespace KlaviyoLinq.Emulator; class A { FilterFacts? B; }")]
    [InlineData("namespace KlaviyoLinq.Emulator; class A { KlaviyoCatalogue? B; }")]
    [InlineData("namespace KlaviyoLinq.Emulator; class A { Filter? B; } class Filter;")]
    public void The_catalogue_and_what_is_its_own_is_not_found(string text) => Judge(text).Should().BeEmpty();

    private static IEnumerable<Offence> Judge(string text) => EmulatorBorderLaw.Judge(Repository.Sample(
        ("src/KlaviyoLinq.Dialect/KlaviyoLinq.Dialect.csproj", "<Project />"),
        ("src/KlaviyoLinq.Dialect/KlaviyoCatalogue.cs", "namespace KlaviyoLinq; class KlaviyoCatalogue;"),
        ("src/KlaviyoLinq.Dialect/Catalogue/FilterFacts.cs", "namespace KlaviyoLinq.Catalogue; class FilterFacts;"),
        ("src/KlaviyoLinq.Dialect/Requests/Filter.cs", "namespace KlaviyoLinq.Requests; class Filter;"),
        ("src/KlaviyoLinq.Emulator/KlaviyoLinq.Emulator.csproj", Reference),
        ("src/KlaviyoLinq.Emulator/A.cs", text)));
}
