using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class SuppressionTests
{
    [Fact]
    public void A_warning_that_is_silenced_in_code_has_a_reason() => SuppressionLaw.Judge(Repository.Current).MustBeEmpty();

    [Fact]
    public void A_warning_that_is_silenced_in_a_build_file_has_a_reason() => BuildSuppressionLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("#pragma warning disable CA1000")]
    [InlineData("#pragma warning disable CA1000 //")]
    [InlineData("#pragma warning disable CA1000 // CA1000")]
    [InlineData("// the reason stands elsewhere\n#pragma warning disable CA1000")]
    [InlineData("#nullable disable")]
    [InlineData("[SuppressMessage(\"A\", \"B\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"A\", \"B\", Justification = \"\")]")]
    public void A_silent_warning_without_a_reason_is_found(string text) =>
        SuppressionLaw.Judge(Repository.Sample(("A.cs", text + "\nclass A;"))).Should().ContainSingle();

    [Theory]
    [InlineData("#pragma warning disable CA1000 // the factory reads better on the type")]
    [InlineData("#pragma warning restore CA1000")]
    [InlineData("#nullable disable annotations // oblivious on purpose: ADR 0002")]
    [InlineData("[SuppressMessage(\"A\", \"B\", Justification = \"it is meant so\")]")]
    [InlineData("[UnconditionalSuppressMessage(\n    \"A\", \"B\", Justification = \"it is meant so\")]")]
    public void A_silent_warning_with_a_reason_is_not_found(string text) =>
        SuppressionLaw.Judge(Repository.Sample(("A.cs", text + "\nclass A;"))).Should().BeEmpty();

    [Theory]
    [InlineData("A.csproj", "<Project>\n<PropertyGroup>\n<NoWarn>CA1000</NoWarn>\n</PropertyGroup>\n</Project>")]
    [InlineData("A.props", "<Project>\n<PropertyGroup>\n<WarningsNotAsErrors>CA1000</WarningsNotAsErrors>\n</PropertyGroup>\n</Project>")]
    [InlineData("A.targets", "<Project><PropertyGroup><!-- it was too hard --><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup></Project>")]
    [InlineData("A.csproj", "<Project>\n<ItemGroup>\n<PackageReference Include='A' NoWarn='NU1701' />\n</ItemGroup>\n</Project>")]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_diagnostic.CA1000.severity = none")]
    public void A_build_file_that_silences_without_a_reason_is_found(string path, string text) =>
        BuildSuppressionLaw.Judge(Repository.Sample((path, text))).Should().ContainSingle();

    [Theory]
    [InlineData("A.csproj", "<Project><PropertyGroup>\n<!-- it does not hold for tools -->\n<NoWarn>CA1000</NoWarn></PropertyGroup></Project>")]
    [InlineData("A.props", "<Project><PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup></Project>")]
    [InlineData(".editorconfig", "[*.cs]\n# it does not hold here\ndotnet_diagnostic.CA1000.severity = none\ndotnet_diagnostic.CA1001.severity = warning")]
    public void A_build_file_that_gives_a_reason_is_not_found(string path, string text) =>
        BuildSuppressionLaw.Judge(Repository.Sample((path, text))).Should().BeEmpty();
}
