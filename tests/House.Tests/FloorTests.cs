using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class FloorTests
{
    private const string Dialect = "src/KlaviyoLinq.Dialect/KlaviyoLinq.Dialect.csproj";
    private const string Provider = "src/KlaviyoLinq/KlaviyoLinq.csproj";
    private const string Emulator = "src/KlaviyoLinq.Emulator/KlaviyoLinq.Emulator.csproj";

    [Fact]
    public void Projects_refer_to_lower_floors_only() => FloorLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData(Provider, Emulator)]
    [InlineData(Emulator, Provider)]
    [InlineData(Dialect, Provider)]
    [InlineData("src/KlaviyoLinq.Analyzers/KlaviyoLinq.Analyzers.csproj", Provider)]
    [InlineData("samples/S/S.csproj", "tests/T/T.csproj")]
    [InlineData("benchmarks/B/B.csproj", "tests/T/T.csproj")]
    public void A_reference_to_the_same_or_a_higher_floor_is_found(string from, string to) =>
        FloorLaw.Judge(Repository.Sample((from, Referring(to)), (to, "<Project />"))).Should().ContainSingle();

    [Theory]
    [InlineData(Provider, Dialect)]
    [InlineData("src/KlaviyoLinq.Hosting/KlaviyoLinq.Hosting.csproj", Provider)]
    [InlineData("tools/G/G.csproj", Dialect)]
    [InlineData("tests/T/T.csproj", "tools/G/G.csproj")]
    public void A_reference_to_a_lower_floor_is_not_found(string from, string to) =>
        FloorLaw.Judge(Repository.Sample((from, Referring(to)), (to, "<Project />"))).Should().BeEmpty();

    [Fact]
    public void A_reference_that_only_orders_the_build_is_not_found() =>
        FloorLaw.Judge(Repository.Sample((Provider, Referring(Emulator, "ReferenceOutputAssembly='false'")), (Emulator, "<Project />"))).Should().BeEmpty();

    [Fact]
    public void A_product_without_a_floor_is_found() =>
        FloorLaw.Judge(Repository.Sample(("src/KlaviyoLinq.New/KlaviyoLinq.New.csproj", "<Project />"))).Should().ContainSingle();

    [Fact]
    public void A_package_that_the_dialect_depends_on_is_found()
    {
        const string Project = "<Project><ItemGroup><PackageReference Include='A' PrivateAssets='all' /><PackageReference Include='B' /></ItemGroup></Project>";

        FloorLaw.Judge(Repository.Sample((Dialect, Project))).Should().ContainSingle().Which.What.Should().Contain("Take B away");
    }

    private static string Referring(string to, string attributes = "") =>
        $"<Project><ItemGroup><ProjectReference Include='../../{to}' {attributes} /></ItemGroup></Project>";
}
