using KlaviyoLinq.Emulator;
using KlaviyoLinq.Packages.Tests.Consuming;
using KlaviyoLinq.Packages.Tests.Packing;

namespace KlaviyoLinq.Packages.Tests.Native;

/// <summary>The sample <c>samples/Native</c>, built from the package alone.</summary>
[Collection("packages")]
public sealed class NativeTests(PackedLibraries packed)
{
    private const string Nowhere = "http://127.0.0.1:9";

    [NativeFact]
    public async Task A_native_program_compiles_without_a_warning_and_gives_what_the_same_program_gives_at_run_time()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 3_000 });
        var workshop = new Workshop(packed);
        (string program, string said) = await workshop.PublishAsync(Sample("Native", "<PublishAot>true</PublishAot>"));
        await workshop.BuildAsync(Sample("Managed", ""));

        said.Should().NotContainEquivalentOf("warning").And.NotMatchRegex("IL[0-9]{4}");
        (int code, string native) = await Dotnet.TryAsync(Path.GetDirectoryName(program)!, program, emulator.BaseAddress.ToString());
        code.Should().Be(0, native);
        string managed = await workshop.RunAsync("Managed", emulator.BaseAddress.ToString());
        Answered(native).Should().Be(Answered(managed));
        native.Should().Contain("records: /api/profiles?filter=greater-than(created,2024-01-01T00:00:00Z)&sort=-created&fields[profile]=email,location.city,created&page[size]=3")
            .And.MatchRegex(@"\n    Contact \{ Id = \w+, Email = .+@.+, City = [\w ]+, Created = .+ \}\n")
            .And.Contain("a filter that is refused: FieldNotFilterable");
        Limits(managed)
            .Should()
            .Contain("a filter behind records: answered with 0 rows").And.Contain("a set of other text: answered").And.Contain("distinct objects: answered")
            .And.Contain("a projection behind records: /api/lists?fields[list]=name&page[size]=1");
        Limits(native).Should().Contain("a filter behind records: PredicateNotTranslatable").And.Contain("a set of other text: IgnoringCaseNotSupported")
            .And.Contain("distinct objects: OperatorNotTranslatable").And.Contain(
                "a projection behind records: /api/lists?fields[list]=name,created&page[size]=1");
    }

    [Fact]
    public async Task Members_that_need_reflection_over_user_classes_warn_at_the_call()
    {
        string output = await new Workshop(packed).FailToBuildAsync(new Application("Warned", Reference, $$"""
            var options = new KlaviyoLinq.KlaviyoOptions { ApiKey = "pk_anything", BaseAddress = new Uri("{{Nowhere}}") };
            options.Map<Chapter>();
            options.Map<Verse>("verse", "/api/verses");
            options.AllowSynchronousQueries = true;
            new KlaviyoLinq.KlaviyoContext(options).Dispose();

            [KlaviyoLinq.Model.KlaviyoResource("chapter", "/api/chapters")]
            sealed class Chapter { public string Id { get; set; } = ""; }
            sealed class Verse { public string Id { get; set; } = ""; }
            """) { Properties = "<IsAotCompatible>true</IsAotCompatible>" });

        string[] warned = [.. output.Split('\n').Where(line => line.Contains(": error IL", StringComparison.Ordinal)).Select(Place).Distinct().Order()];
        warned.Should().Equal("(2) IL2026", "(2) IL3050", "(3) IL2026", "(3) IL3050", "(4) IL2026", "(4) IL3050");
    }

    private IReadOnlyDictionary<string, string> Reference => new Dictionary<string, string> { [PackedLibraries.Core] = packed.Version };

    private Application Sample(string name, string properties)
    {
        string folder = Path.Combine(PackedLibraries.Repository, "samples", "Native");
        Dictionary<string, string> files = Directory.EnumerateFiles(folder, "*.cs").ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        return new Application(name, Reference, files.Remove("Program.cs", out string? program) ? program : "") { Files = files, Properties = properties };
    }

    private static string Answered(string output) => output[..output.IndexOf("--- limits", StringComparison.Ordinal)];

    private static string Limits(string output) => output[output.IndexOf("--- limits", StringComparison.Ordinal)..];

    // Program.cs(2,1): error IL2026: … → (2) IL2026
    private static string Place(string line)
    {
        int start = line.IndexOf("Program.cs(", StringComparison.Ordinal) + "Program.cs(".Length,
        code = line.IndexOf("error IL", StringComparison.Ordinal) + "error ".Length;
        return $"({line[start..line.IndexOf(',', start)]}) {line[code..(code + "IL0000".Length)]}";
    }
}
