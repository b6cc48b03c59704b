using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void The_compiler_reports_undocumented_members_everywhere() => DocumentationLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("A.cs", "#pragma warning disable CS1591 // there is a reason\nclass A;")]
    [InlineData("A.cs", "#pragma warning disable CA1000, 1591 // there is a reason\nclass A;")]
    [InlineData("A.csproj", "<Project><PropertyGroup><NoWarn>$(NoWarn);CS1591</NoWarn></PropertyGroup></Project>")]
    [InlineData("A.props", "<Project><PropertyGroup><WarningsNotAsErrors>1591</WarningsNotAsErrors></PropertyGroup></Project>")]
    [InlineData("A.csproj", "<Project><PropertyGroup><GenerateDocumentationFile>false</GenerateDocumentationFile></PropertyGroup></Project>")]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_diagnostic.CS1591.severity = none")]
    [InlineData("src/A/A.csproj", "<Project><PropertyGroup><ProjectType>Tool</ProjectType></PropertyGroup></Project>")]
    public void Each_way_to_silence_it_is_found(string path, string text) =>
        DocumentationLaw.Judge(Repository.Sample((path, text))).Should().ContainSingle();

    [Theory]
    [InlineData("A.g.cs", "#pragma warning disable CS1591\nclass A;")]
    [InlineData(".editorconfig", "[*.g.cs]\ndotnet_diagnostic.CS1591.severity = none")]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_diagnostic.CS1591.severity = error")]
    [InlineData("src/A/A.csproj", "<Project><PropertyGroup><ProjectType>Library</ProjectType></PropertyGroup></Project>")]
    public void Code_that_does_not_suppress_it_is_not_found(string path, string text) =>
        DocumentationLaw.Judge(Repository.Sample((path, text))).Should().BeEmpty();
}
