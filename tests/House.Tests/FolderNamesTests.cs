using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class FolderNamesTests
{
    [Fact]
    public void No_folder_is_named_after_nothing() => FolderNamesLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("src/P/Helpers/A.cs", "src/P/Helpers")]
    [InlineData("src/Core/Http/A.cs", "src/Core")]
    [InlineData("utils/a.txt", "utils")]
    public void An_empty_name_is_found_wherever_it_stands(string path, string folder) =>
        FolderNamesLaw.Judge(Repository.Sample((path, ""))).Should().ContainSingle().Which.Path.Should().Be(folder);

    [Fact]
    public void A_name_that_holds_such_a_word_is_not_found() =>
        FolderNamesLaw.Judge(Repository.Sample(("src/CoreRulings/Helpers.cs", ""))).Should().BeEmpty();
}
