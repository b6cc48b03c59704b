using KlaviyoLinq.Packages.Tests.Consuming;
using KlaviyoLinq.Packages.Tests.Packing;

namespace KlaviyoLinq.Packages.Tests;

/// <summary>The program in each package's README, built from that package in an empty project, and run.</summary>
[Collection("packages")]
public sealed class InstallTests(PackedLibraries packed)
{
    [Fact]
    public async Task The_program_of_each_README_runs_with_that_package_alone()
    {
        var workshop = new Workshop(packed);
        await workshop.BuildAsync(
            Of(PackedLibraries.Emulator, "Serving"), Of(PackedLibraries.Testing, "Seeding"), Of(PackedLibraries.Hosting, "Injecting"),
            Of(PackedLibraries.Sqlite, "Keeping"), Querying());

        (await workshop.RunAsync("Serving")).Should().Contain("\"email\":\"a@example.com\"").And.Contain("equals(email,\"a@example.com\")");
        (await workshop.RunAsync("Seeding")).Should().Contain("{ Email = jane@example.com, City = Boston }").And.Contain("equals(email,\"jane@example.com\")");
        (await workshop.RunAsync("Keeping")).Should().Contain("a@example.com");
        Uri.UnescapeDataString(await workshop.RunAsync("Injecting")).Should().Contain("/api/lists?filter=equals(name,\"Newsletter\")");

        string written = Uri.UnescapeDataString(await workshop.RunAsync("Querying"));
        written.Should().Contain(
            PackageReadme.Of(packed.Packages[PackedLibraries.Core])
                .Split('\n').Single(line => line.StartsWith("GET /api", StringComparison.Ordinal))["GET ".Length..]);
        written.Should().Contain("jane@example.com Boston").And.NotContain("old@example.com");
    }

    [Fact]
    public async Task Packages_of_different_versions_are_distinguished_when_they_are_built_together()
    {
        string later = packed.Version + ".later", feed = packed.CreateFolder();
        await packed.PackAsync("src/KlaviyoLinq", later, feed);

        string output = await new Workshop(packed, feed).FailToBuildAsync(new Application(
            "Mixed", new Dictionary<string, string> { [PackedLibraries.Core] = later, [PackedLibraries.Emulator] = packed.Version }, "_ = 1;"));

        output.Should().Contain("KLQ0001").And.Contain($"KlaviyoLinq {later}").And.Contain($"KlaviyoLinq.Emulator {packed.Version}");
    }

    private Application Of(string package, string name) =>
        new(name, new Dictionary<string, string> { [package] = packed.Version }, PackageReadme.Program(packed.Packages[package]));

    /// <summary>The provider's program asks an emulator instead of Klaviyo; for that it refers to both packages that carry the Dialect.</summary>
    private Application Querying()
    {
        const string Context = """await using var klaviyo = new KlaviyoContext("pk_your_private_key");""";
        const string Emulated = """
            await using var emulator = await KlaviyoLinq.Emulator.KlaviyoEmulator.StartAsync(o => o.Data = KlaviyoLinq.Emulator.DataSize.Empty);
            emulator.Seed("[" +
                "{\"type\":\"profile\",\"id\":\"P1\",\"attributes\":{\"email\":\"jane@example.com\",\"created\":\"2026-02-03T00:00:00Z\",\"location\":{\"city\":\"Boston\"}}}," +
                "{\"type\":\"profile\",\"id\":\"P2\",\"attributes\":{\"email\":\"old@example.com\",\"created\":\"2025-02-03T00:00:00Z\"}}]");
            await using var klaviyo = new KlaviyoContext(new KlaviyoOptions { ApiKey = "pk_anything", BaseAddress = emulator.BaseAddress });
            """;
        string program = PackageReadme.Program(packed.Packages[PackedLibraries.Core]);
        program.Should().Contain(Context);
        return new Application(
            "Querying",
            new Dictionary<string, string> { [PackedLibraries.Core] = packed.Version, [PackedLibraries.Emulator] = packed.Version },
            program.Replace(Context, Emulated, StringComparison.Ordinal));
    }
}
