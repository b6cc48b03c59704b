using System.Globalization;
using System.Text;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Each operation that writes or reports belongs to exactly one public command, and a page lists them.</summary>
public sealed class OperationsTests
{
    private const string Page = "docs/commands.md";

    /// <summary>Set to 1, the test of the page writes it instead of comparing it.</summary>
    private const string Variable = "KLAVIYOLINQ_WRITE_COMMANDS";

    /// <summary>Operations with several methods: those whose effects differ so much that an argument could be overlooked.</summary>
    private static readonly string[] _several =
    [
        "cancel_campaign_send",
        "bulk_subscribe_profiles",
        "bulk_unsubscribe_profiles",
        "request_profile_deletion",
    ];

    [Fact]
    public void There_are_141_operations() => PublicCommands.Operations.Should().HaveCount(141);

    [Fact]
    public void Each_operation_belongs_to_exactly_one_command() =>
        PublicCommands.Operations.Where(operation => !_several.Contains(operation.Id))
            .Select(operation => (operation.Id, Commands: string.Join(", ", PublicCommands.Of(operation)), PublicCommands.Of(operation).Count))
            .Where(operation => operation.Count != 1)
            .Should().BeEmpty();

    [Fact]
    public void Operations_with_several_methods_have_several() =>
        PublicCommands.Operations.Where(operation => _several.Contains(operation.Id)).Should().HaveCount(_several.Length)
            .And.OnlyContain(operation => PublicCommands.Of(operation).Count > 1);

    [Fact]
    public void No_command_names_an_operation_that_does_not_exist() =>
        PublicCommands.Named.Select(command => command.Key).Should().BeSubsetOf(PublicCommands.Operations.Select(operation => operation.Id));

    [Fact]
    public void The_page_of_commands_lists_each_operation()
    {
        string path = Path.Combine(Root(), Page);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
            File.WriteAllText(path, Write());

        File.ReadAllText(path).ReplaceLineEndings("\n").Should().Be(Write(), "{0}=1 dotnet test --filter OperationsTests writes it", Variable);
    }

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "KlaviyoLinq.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No checkout above {AppContext.BaseDirectory}.");
    }

    private static string Write()
    {
        var page = new StringBuilder("""
            # Commands

            The operations of Klaviyo's API that write, and its reports, with the C# that sends them. Each belongs to exactly one command; a few have several methods, because their
            effects differ. This page is written from the commands by `tests/KlaviyoLinq.Tests`; do not edit it. See [writing.md](writing.md).

            | operation | C# | after a lost answer |
            |---|---|---|

            """);
        foreach (OperationFacts operation in PublicCommands.Operations
                     .OrderBy(operation => operation.Path, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal))
        {
            string commands = string.Join("<br>", PublicCommands.Of(operation).Select(text => $"`{text}`"));
            page.Append(CultureInfo.InvariantCulture, $"| `{operation}` | {commands} | {Repeat(operation)} |\n");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Repeat(OperationFacts operation) =>
        operation is WriteFacts { Repeat: RepeatClass.Unsafe or RepeatClass.Guarded } ? "unknown" : "sent again";
}
