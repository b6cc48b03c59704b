using System.Diagnostics;
using System.Text.RegularExpressions;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Commands;

/// <summary>The commands of CONTRIBUTING.md, "A new revision", typed as they stand there.</summary>
public sealed partial class NewRevisionPageTests
{
    /// <summary>The files that the generator needs to be built and run, besides the facts.</summary>
    private static readonly string[] _needed =
        [
            "KlaviyoLinq.sln", "global.json", ".editorconfig", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "eng",
            "tools/KlaviyoLinq.ModelGenerator"
        ];

    [DocumentFact]
    public async Task The_commands_of_the_page_take_the_newest_revision_in_as_if_it_were_new()
    {
        using CopiedRepository copy = CopiedRepository.BeforeNewest();
        string root = copy.Repository.Root;
        foreach (string file in _needed.SelectMany(Files))
            Copy(file, root);
        File.Copy(Repository.DocumentOf(CopiedRepository.Original.DefaultDocuments, CopiedRepository.Original.Revision), Path.Combine(root, "stable.json"));

        string[] commands = Commands();
        commands.Should().HaveCount(2).And.OnlyContain(
            command => command.StartsWith("dotnet run --project tools/KlaviyoLinq.ModelGenerator -- ", StringComparison.Ordinal));
        foreach (string command in commands)
            await RunAsync(root, command);

        string[] generated =
            [.. GenerateCommand.FromFacts(CopiedRepository.Original).Keys, CopiedRepository.Original.SpecPath, CopiedRepository.Original.WritesPath];
        generated.Should().HaveCountGreaterThan(400);
        foreach (string path in generated)
            File.ReadAllBytes(Path.Combine(root, path)).Should().Equal(File.ReadAllBytes(Path.Combine(CopiedRepository.Original.Root, path)), path);
    }

    private static string[] Commands()
    {
        string section = Section().Match(CopiedRepository.Original.Read("CONTRIBUTING.md")!.ReplaceLineEndings("\n")).Value;
        return [.. Block().Matches(section).SelectMany(block => block.Groups["commands"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
    }

    private static IEnumerable<string> Files(string path)
    {
        string full = Path.Combine(CopiedRepository.Original.Root, path);
        return File.Exists(full)
            ? [path]
            : Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(CopiedRepository.Original.Root, file))
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"));
    }

    private static void Copy(string file, string root)
    {
        string target = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(CopiedRepository.Original.Root, file), target);
    }

    private static async Task RunAsync(string folder, string command)
    {
        string[] words = command.Split(' ');
        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in new[]
            {
                "MSBuildSDKsPath",
                "MSBuildExtensionsPath",
                "MSBUILD_EXE_PATH",
                "MSBuildLoadMicrosoftTargetsReadOnly",
                "TestResultsFolder",
                "CI",
                "Configuration",
                "Version",
            })
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false"; // a compiler server would outlive the test
        start.Environment["RunAnalyzers"] = "false"; // the analyzers have seen these sources in this repository
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            string text = await output + await errors;
            await process.WaitForExitAsync(patience.Token);
            process.ExitCode.Should().Be(0, "{0} wrote {1}", command, text);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end within 5 minutes.");
        }
    }

    [GeneratedRegex(@"### A new revision\n.*?(?=\n##)", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"```sh\n(?<commands>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
