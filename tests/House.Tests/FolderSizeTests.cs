using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class FolderSizeTests
{
    [Fact]
    public void No_folder_holds_more_files_than_can_be_taken_in() => FolderSizeLaw.Judge(Repository.Current).MustBeEmpty();

    [Fact]
    public void A_folder_of_too_many_files_is_found() =>
        Judge([.. Files("src/P/A", FolderSizeLaw.MostFiles + 1), .. Files("src/P/B", FolderSizeLaw.MostFiles)]).Should().Equal("src/P/A");

    [Fact]
    public void A_root_folder_of_too_many_files_is_found() =>
        Judge([("src/P/P.csproj", "<Project />"), .. Files("src/P", FolderSizeLaw.MostInRoot + 1)]).Should().Equal("src/P");

    [Fact]
    public void A_root_folder_may_hold_more_than_other_folders() =>
        Judge([("src/P/P.csproj", "<Project />"), .. Files("src/P", FolderSizeLaw.MostInRoot)]).Should().BeEmpty();

    [Fact]
    public void Parts_of_one_type_count_as_one_file() =>
        Judge([.. Files("src/P/A", FolderSizeLaw.MostFiles), ("src/P/A/T0.Part.cs", ""), ("src/P/A/T0.Other.cs", "")]).Should().BeEmpty();

    [Fact]
    public void Generated_files_are_not_counted() => Judge([.. Files("src/P/Generated", FolderSizeLaw.MostFiles + 1)]).Should().BeEmpty();

    private static IEnumerable<string> Judge((string, string)[] files) => FolderSizeLaw.Judge(Repository.Sample(files)).Select(offence => offence.Path);

    private static IEnumerable<(string Path, string Text)> Files(string folder, int count) => Enumerable.Range(0, count).Select(i => ($"{folder}/T{i}.cs", ""));
}
