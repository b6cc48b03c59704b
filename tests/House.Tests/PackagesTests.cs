using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class PackagesTests
{
    [Fact]
    public void Every_package_is_pinned_and_its_source_is_left_to_the_machine() => PackagesLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("[1.2.3,)")]
    [InlineData("[1.2.3, 2.0.0)")]
    [InlineData("[1.2.*]")]
    [InlineData("[1.2]")]
    [InlineData("")]
    public void A_package_that_is_not_pinned_is_found(string version) => Judge(version).Should().ContainSingle();

    [Theory]
    [InlineData("[1.2.3]")]
    [InlineData("[1.2.3.4]")]
    [InlineData("[1.2.3-beta.1]")]
    public void A_pinned_package_is_not_found(string version) => Judge(version).Should().BeEmpty();

    [Theory]
    [InlineData("NuGet.Config", "")]
    [InlineData("src/A/packages.lock.json", "")]
    [InlineData("A.props", "<Project><PropertyGroup><RestorePackagesWithLockFile>true</RestorePackagesWithLockFile></PropertyGroup></Project>")]
    public void A_package_source_or_a_lock_file_is_found(string path, string text) =>
        PackagesLaw.Judge(Repository.Sample((path, text))).Should().ContainSingle();

    [Theory]
    [InlineData("eng/Library.targets", 0)]
    [InlineData("eng/Test.targets", 1)]
    public void Only_libraries_read_pins_as_least_versions(string path, int found) =>
        PackagesLaw.Judge(Repository.Sample((path, "<Project><ItemGroup><PackageVersion Update='@(PackageVersion)' Version='any' /></ItemGroup></Project>")))
            .Should().HaveCount(found);

    private static IEnumerable<Offence> Judge(string version) =>
        PackagesLaw.Judge(
            Repository.Sample(("Directory.Packages.props", $"<Project><ItemGroup><PackageVersion Include='A' Version='{version}' /></ItemGroup></Project>")));
}
