using KlaviyoLinq.Packages.Tests.Packing;

namespace KlaviyoLinq.Packages.Tests.Consuming;

/// <summary>
/// A folder outside of the repository in which applications are built from the packages. What this machine has downloaded before is at hand as a
/// fallback folder; the packages under test can only come from the local folder they were packed into, and are unpacked beside the applications.
/// </summary>
internal sealed class Workshop
{
    private readonly string _folder;

    internal Workshop(PackedLibraries packed, params IEnumerable<string> furtherFeeds)
    {
        _folder = packed.CreateFolder();
        string settings = $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{Path.Combine(_folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{Downloaded()}</RestoreFallbackFolders>
                <RestoreAdditionalProjectSources>{string.Join(';', [packed.Feed, .. furtherFeeds])}</RestoreAdditionalProjectSources>
              </PropertyGroup>
            </Project>
            """;
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), settings);
        // Whatever lies further up in the file system does not reach in here.
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.rsp"), "");
        File.WriteAllText(Path.Combine(_folder, "Directory.Packages.props"), "<Project />");
    }

    /// <summary>Builds the applications in one go.</summary>
    internal async Task BuildAsync(params IReadOnlyList<Application> applications)
    {
        foreach (Application application in applications)
            Write(application);
        string solution = $"<Solution>{string.Concat(applications.Select(application => $"""<Project Path="{application.Name}/{application.Name}.csproj" />"""))}</Solution>";
        await File.WriteAllTextAsync(Path.Combine(_folder, "All.slnx"), solution);
        await Dotnet.RunAsync(_folder, "build", "All.slnx", "--nologo", "-v", "q");
    }

    /// <summary>Builds an application that must not build, and gives what the build says.</summary>
    internal async Task<string> FailToBuildAsync(Application application)
    {
        Write(application);
        (int code, string output) = await Dotnet.TryAsync(Path.Combine(_folder, application.Name), "dotnet", "build", "--nologo", "-v", "q");
        code.Should().NotBe(0, output);
        return output;
    }

    /// <summary>Publishes an application as a native program, and gives its path and what the compilers said.</summary>
    internal async Task<(string Program, string Output)> PublishAsync(Application application)
    {
        Write(application);
        string published = Path.Combine(_folder, application.Name, "published");
        string output = await Dotnet.RunAsync(
            Path.Combine(_folder, application.Name), "publish", "--use-current-runtime", "--output", published, "--nologo", "-v", "q");
        return (Path.Combine(published, application.Name + (OperatingSystem.IsWindows() ? ".exe" : "")), output);
    }

    /// <summary>Runs what was built, and gives what it wrote.</summary>
    internal Task<string> RunAsync(string name, params IEnumerable<string> arguments) =>
        Dotnet.RunAsync(_folder, [Built(name, name + ".dll"), .. arguments]);

    internal string Built(string name, string file) => Path.Combine(_folder, name, "bin", "Debug", "net10.0", file);

    private static string Downloaded() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private void Write(Application application)
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(_folder, application.Name));
        File.WriteAllText(Path.Combine(folder.FullName, application.Name + ".csproj"), application.Project);
        File.WriteAllText(Path.Combine(folder.FullName, "Program.cs"), application.Program);
        foreach ((string name, string text) in application.Files)
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
    }
}
