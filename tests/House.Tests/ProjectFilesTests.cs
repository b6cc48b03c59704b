using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class ProjectFilesTests
{
    [Fact]
    public void Every_project_says_what_it_is_and_holds_no_package_version() => ProjectFilesLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("<PropertyGroup><ProjectType>Thing</ProjectType></PropertyGroup>")]
    [InlineData("<PropertyGroup><ProjectType>Test</ProjectType></PropertyGroup><ItemGroup><PackageReference Include='A' Version='1.0.0' /></ItemGroup>")]
    [InlineData("<PropertyGroup><ProjectType>Test</ProjectType></PropertyGroup><ItemGroup><PackageReference Include='A' VersionOverride='1.0.0' /></ItemGroup>")]
    [InlineData("<PropertyGroup><ProjectType>Test</ProjectType></PropertyGroup><ItemGroup><PackageReference Include='A'><Version>1.0.0</Version></PackageReference></ItemGroup>")]
    public void A_project_without_a_kind_or_with_a_version_is_found(string content) => Judge(content).Should().ContainSingle();

    [Fact]
    public void A_project_that_says_what_it_is_and_no_version_is_not_found() =>
        Judge("<PropertyGroup><ProjectType>Test</ProjectType></PropertyGroup><ItemGroup><PackageReference Include='A' PrivateAssets='all' /></ItemGroup>").Should().BeEmpty();

    private static IEnumerable<Offence> Judge(string content) =>
        ProjectFilesLaw.Judge(Repository.Sample(("tests/A/A.csproj", $"<Project>{content}</Project>"), ("eng/Test.targets", "<Project />")));
}
