using System.CommandLine;

namespace KlaviyoLinq.NotebookRunner.Tests;

[Collection("console")]
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klaviyolinq-notebooks-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_writes_what_check_then_confirms()
    {
        string path = Write("a.ipynb", Book.Of("Console.WriteLine(1);", "2"));

        (await InvokeAsync("run", path)).Should().Be((0, $"{path}: 2 of 2 cells were run.\n"));
        (await InvokeAsync("check", path)).Should().Be((0, $"{path}: all 2 cells give what the file shows.\n"));
        File.ReadAllText(path).Should().Contain("\"execution_count\":2").And.Contain("\"1\\n\"");
    }

    [Fact]
    public async Task Check_writes_nothing_and_names_the_cell_that_is_stale()
    {
        string text = Book.Of("1");
        string path = Write("a.ipynb", text);

        (await InvokeAsync("check", path)).Should().Be((1, $"{path}: cell In [1] (cell-1) is stale: its execution count is null, not 1\n"));
        File.ReadAllText(path).Should().Be(text);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    public async Task A_cell_that_fails_is_named_and_makes_the_command_fail(string command)
    {
        string path = Write("a.ipynb", Book.Of("throw new Exception(\"no\");", "2"));

        (int code, string output) = await InvokeAsync(command, path);

        code.Should().Be(1);
        output.Should().Contain($"{path}: cell In [1] (cell-1) fails: System.Exception: no\n   at In [1], line 1");
    }

    [Fact]
    public async Task A_folder_means_the_notebooks_in_it()
    {
        string second = Write("b.ipynb", Book.Of("1"));
        string first = Write("a.ipynb", Book.Of("1"));
        Write("c.txt", "no notebook");

        (await InvokeAsync("run", _folder.FullName)).Should().Be((0, $"{first}: 1 of 1 cells were run.\n{second}: 1 of 1 cells were run.\n"));
    }

    [Fact]
    public async Task A_file_that_is_not_a_notebook_is_refused()
    {
        (await InvokeAsync("check", Path.Combine(_folder.FullName, "none.ipynb")))
            .Should().Match<(int Code, string Text)>(result => result.Code == 1 && result.Text.Contains("there is no notebook"));
        (await InvokeAsync("check", Write("a.ipynb", "{}")))
            .Should().Match<(int Code, string Text)>(result => result.Code == 1 && result.Text.Contains("nbformat 4.5"));
    }

    private static async Task<(int Code, string Text)> InvokeAsync(params string[] arguments)
    {
        using StringWriter text = new() { NewLine = "\n" };
        int code = await Commands.Root().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = text, Error = text });
        return (code, text.ToString());
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
