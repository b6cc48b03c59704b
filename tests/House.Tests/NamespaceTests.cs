using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class NamespaceTests
{
    [Fact]
    public void Every_namespace_is_the_root_namespace_and_the_folders() => NamespaceLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("src/P/A.cs", "namespace P;")]
    [InlineData("src/P/Http/A.cs", "namespace Root;")]
    [InlineData("src/P/Http/A.cs", "")]
    [InlineData("src/P/Model/Generated/A.cs", "namespace Root.Model.Generated;")]
    [InlineData("src/P/Model/Generated/Tag/A.cs", "namespace Root.Model.Tag;")]
    [InlineData("src/P/Documents/Generated/A.cs", "namespace Root.Documents;")]
    public void A_namespace_that_is_not_the_folder_is_found(string path, string text) => Judge(path, text).Should().ContainSingle();

    [Theory]
    [InlineData("src/P/A.cs", "namespace Root;")]
    [InlineData("src/P/Http/Inner/A.cs", "namespace Root.Http.Inner;")]
    [InlineData("src/P/Model/Generated/A.cs", "namespace Root.Model;")]
    [InlineData("src/P/Model/Generated/Tag/A.cs", "namespace Root.Model;")]
    [InlineData("src/P/Model/Generated/Tag/A.cs", "namespace Root.Model.Components;")]
    [InlineData("src/P/Documents/Generated/A.cs", "namespace Root.Documents.Generated;")]
    public void A_namespace_that_is_the_folder_is_not_found(string path, string text) => Judge(path, text).Should().BeEmpty();

    [Fact]
    public void Without_a_root_namespace_the_name_of_the_project_counts() =>
        NamespaceLaw.Judge(Repository.Sample(("tests/T/P.Tests.csproj", "<Project />"), ("tests/T/A.cs", "namespace P.Tests; class A;"))).Should().BeEmpty();

    private static IEnumerable<Offence> Judge(string path, string text)
    {
        const string Project = "<Project><PropertyGroup><RootNamespace>Root</RootNamespace></PropertyGroup></Project>";
        return NamespaceLaw.Judge(Repository.Sample(("src/P/P.csproj", Project), (path, text + " class A;")));
    }
}
