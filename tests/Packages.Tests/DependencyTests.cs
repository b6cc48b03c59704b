using KlaviyoLinq.Packages.Tests.Packing;

namespace KlaviyoLinq.Packages.Tests;

[Collection("packages")]
public sealed class DependencyTests(PackedLibraries packed)
{
    [Fact]
    public void Packages_depend_on_what_they_use_and_on_no_package_of_the_Dialect()
    {
        packed.Packages[PackedLibraries.Core].Dependencies.Keys.Should().BeEquivalentTo(
            "Microsoft.Extensions.Logging.Abstractions", "Remotion.Linq", "System.Linq.Async", "System.Threading.RateLimiting");
        packed.Packages[PackedLibraries.Emulator].Dependencies.Keys.Should().BeEmpty("a test project should get no command line and no native library with it");
        packed.Packages[PackedLibraries.Sqlite].Dependencies.Keys.Should().BeEquivalentTo("KlaviyoLinq.Emulator", "Microsoft.Data.Sqlite");
        packed.Packages[PackedLibraries.Hosting].Dependencies.Keys.Should().BeEquivalentTo(
            "KlaviyoLinq", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Http");
        packed.Packages[PackedLibraries.Testing].Dependencies.Keys.Should().BeEquivalentTo("KlaviyoLinq", "KlaviyoLinq.Emulator");
    }

    [Fact]
    public void Dependencies_are_least_versions_and_leave_newer_ones_open() =>
        packed.Packages.Values.SelectMany(package => package.Dependencies.Values)
            .Should().OnlyContain(range => range.Length > 0 && !range.Contains('[') && !range.Contains('(') && !range.Contains(','));

    [Fact]
    public void Libraries_of_the_project_depend_on_the_version_they_were_made_with() =>
        packed.Packages.Values.SelectMany(package => package.Dependencies)
            .Where(dependency => dependency.Key.StartsWith("KlaviyoLinq", StringComparison.Ordinal))
            .Should().HaveCount(4).And.OnlyContain(dependency => dependency.Value == packed.Version);
}
