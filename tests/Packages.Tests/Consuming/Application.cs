namespace KlaviyoLinq.Packages.Tests.Consuming;

/// <summary>Application of a user: the packages it refers to, by name and version, and its program.</summary>
internal sealed record Application(string Name, IReadOnlyDictionary<string, string> Packages, string Program)
{
    /// <summary>Files beside the program, by name.</summary>
    internal IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Further properties of its project file.</summary>
    internal string Properties { get; init; } = "";

    internal string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            {Properties}
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", Packages.Select(package => $"""<PackageReference Include="{package.Key}" Version="{package.Value}" />"""))}
          </ItemGroup>
        </Project>
        """;
}
