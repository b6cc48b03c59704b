using System.CommandLine;
using KlaviyoLinq.Tool.Emulating;

namespace KlaviyoLinq.Tool;

/// <summary>The program <c>klq</c>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments) => Commands(EmulatorRun.RunAsync).Parse(arguments).InvokeAsync();

    /// <summary>Creates the commands of the program.</summary>
    /// <param name="emulate">Runs an emulator with the options that were given.</param>
    internal static RootCommand Commands(Func<KlaviyoLinq.Emulator.KlaviyoEmulatorOptions, CancellationToken, Task<int>> emulate) =>
        new("Command line of KlaviyoLinq.") { EmulatorCommand.Create(emulate) };
}
