using KlaviyoLinq.Packages.Tests.Consuming;
using KlaviyoLinq.Packages.Tests.Packing;

namespace KlaviyoLinq.Packages.Tests;

[Collection("packages")]
public sealed class ContentTests(PackedLibraries packed)
{
    public static TheoryData<string> Names => [.. PackedLibraries.Names];

    [Fact]
    public void Packing_the_solution_packs_the_libraries_and_the_tool_and_nothing_else() =>
        packed.Packages.Keys.Should().BeEquivalentTo([.. PackedLibraries.Names, PackedLibraries.Tool]);

    [Fact]
    public void Packages_hold_exactly_their_files()
    {
        packed.Packages[PackedLibraries.Core].Files.Should().BeEquivalentTo(
            "KlaviyoLinq.nuspec", "README.md", "icon.png",
            "lib/net10.0/KlaviyoLinq.dll", "lib/net10.0/KlaviyoLinq.xml", "lib/net10.0/KlaviyoLinq.Dialect.dll", "lib/net10.0/KlaviyoLinq.Dialect.xml",
            "buildTransitive/KlaviyoLinq.props", "buildTransitive/KlaviyoLinq.targets");
        packed.Packages[PackedLibraries.Emulator].Files.Should().BeEquivalentTo(
            "KlaviyoLinq.Emulator.nuspec", "README.md", "icon.png",
            "lib/net10.0/KlaviyoLinq.Emulator.dll", "lib/net10.0/KlaviyoLinq.Emulator.xml",
            "lib/net10.0/KlaviyoLinq.Dialect.dll", "lib/net10.0/KlaviyoLinq.Dialect.xml", "buildTransitive/KlaviyoLinq.Emulator.targets");
        packed.Packages[PackedLibraries.Testing].Files.Should().BeEquivalentTo(
            "KlaviyoLinq.Testing.nuspec", "README.md", "icon.png",
            "lib/net10.0/KlaviyoLinq.Testing.dll", "lib/net10.0/KlaviyoLinq.Testing.xml", "buildTransitive/KlaviyoLinq.Testing.targets");
        packed.Packages[PackedLibraries.Sqlite].Files.Should().BeEquivalentTo(
            "KlaviyoLinq.Emulator.Sqlite.nuspec", "README.md", "icon.png",
            "lib/net10.0/KlaviyoLinq.Emulator.Sqlite.dll", "lib/net10.0/KlaviyoLinq.Emulator.Sqlite.xml",
            "buildTransitive/KlaviyoLinq.Emulator.Sqlite.targets");
        packed.Packages[PackedLibraries.Hosting].Files.Should().BeEquivalentTo(
            "KlaviyoLinq.Hosting.nuspec", "README.md", "icon.png", "lib/net10.0/KlaviyoLinq.Hosting.dll", "lib/net10.0/KlaviyoLinq.Hosting.xml");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Packages_say_what_they_are(string name)
    {
        Package package = packed.Packages[name];
        package.Says("version")!.Value.Should().Be(packed.Version);
        package.Says("readme")!.Value.Should().Be("README.md");
        package.Says("icon")!.Value.Should().Be("icon.png");
        package.Says("license")!.Value.Should().Be("MIT");
        package.Says("license")!.Attribute("type")!.Value.Should().Be("expression");
        package.Says("description")!.Value.Should().NotBeNullOrWhiteSpace().And.NotBe("Package Description");
        package.Says("tags")!.Value.Should().Contain("klaviyo");
        package.Says("authors")!.Value.Should().Be("The KlaviyoLinq authors");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_README_is_of_its_package_and_leads_nowhere_that_only_the_repository_has(string name)
    {
        Package package = packed.Packages[name];
        PackageReadme.Of(package).Should().StartWith($"# {name}\n").And.Contain($"dotnet add package {name}");
        PackageReadme.Links(package).Should().NotBeEmpty().And.OnlyContain(link => link.StartsWith("https://", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_icon_is_a_small_square_picture(string name)
    {
        byte[] icon = packed.Packages[name].Bytes("icon.png");
        icon[..4].Should().Equal(0x89, (byte)'P', (byte)'N', (byte)'G');
        icon[16..24].Should().Equal(0, 0, 0, 128, 0, 0, 0, 128);
        icon.Length.Should().BeLessThan(16 * 1024);
    }

    [Fact]
    public void Both_that_carry_the_Dialect_carry_the_same_bytes() =>
        packed.Packages[PackedLibraries.Core].Bytes("lib/net10.0/KlaviyoLinq.Dialect.dll")
            .Should().Equal(packed.Packages[PackedLibraries.Emulator].Bytes("lib/net10.0/KlaviyoLinq.Dialect.dll"));
}
