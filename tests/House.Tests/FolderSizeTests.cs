using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class FolderSizeTests
{
    // Each entry is removed when the folder has been split; at the end there is none.
    private static readonly string[] _pending = 
    [
        "src/KlaviyoLinq",
        "src/KlaviyoLinq.Emulator/Filtering",
        "src/KlaviyoLinq/Documents",
        "tests/KlaviyoLinq.Tests/Faults",
    ];

    [Fact]
    public void No_folder_holds_more_files_than_can_be_taken_in() => FolderSizeLaw.Judge(Repository.Current, _pending).MustBeEmpty();

    [Fact]
    public void A_folder_of_too_many_files_is_found() =>
        FolderSizeLaw.Judge(
            Repository.Sample(
                [
                    .. Files("src/P/A", FolderSizeLaw.MostFiles + 1), .. Files("src/P/B", FolderSizeLaw.MostFiles),
                    .. Files("src/P/C", FolderSizeLaw.MostFiles + 1)
                ]),
            ["src/P/C"])
            .Should().ContainSingle().Which.Path.Should().Be("src/P/A");

    [Fact]
    public void Generated_files_are_not_counted() =>
        FolderSizeLaw.Judge(Repository.Sample([.. Files("src/P/Generated", FolderSizeLaw.MostFiles + 1)]), []).Should().BeEmpty();

    private static IEnumerable<(string Path, string Text)> Files(string folder, int count) => Enumerable.Range(0, count).Select(i => ($"{folder}/T{i}.cs", ""));
}
