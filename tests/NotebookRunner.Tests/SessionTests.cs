namespace KlaviyoLinq.NotebookRunner.Tests;

[Collection("console")]
public sealed class SessionTests
{
    [Fact]
    public async Task A_cell_has_the_variables_types_and_usings_of_those_before_it()
    {
        NotebookRun run = await Book.RunAsync(
            "using System.Globalization;\nrecord Point(int X);\nint a = 20; Point Twice(Point p) => new(p.X * 2);",
            "a++;",
            "Twice(new Point(a)).X.ToString(CultureInfo.InvariantCulture)");

        run.Failures.Should().BeEmpty();
        run.Outputs(3).Should().Equal("execute_result: 42");
    }

    [Fact]
    public async Task A_cell_can_await_and_stream()
    {
        NotebookRun run = await Book.RunAsync(
            """
            async IAsyncEnumerable<int> Numbers() { for (int i = 1; i <= 3; i++) { await Task.Yield(); yield return i; } }
            int sum = 0;
            await foreach (int number in Numbers())
                sum += number;
            await Task.FromResult(sum)
            """);

        run.Outputs(1).Should().Equal("execute_result: 6");
    }

    [Fact]
    public async Task The_last_expression_is_the_value_of_a_cell_and_a_statement_gives_none()
    {
        NotebookRun run = await Book.RunAsync("1 + 1", "var x = 3;", "x++;", "(string)null", "true", "1.5", "\"text\"");

        run.Results.Select((_, index) => run.Outputs(index + 1)).Should().BeEquivalentTo(
            (string[][])[["execute_result: 2"], [], [], [], ["execute_result: true"], ["execute_result: 1.5"], ["execute_result: text"]],
            options => options.WithStrictOrdering());
        run.Results.Select(result => result.ExecutionCount).Should().Equal(1, 2, 3, 4, 5, 6, 7);
    }

    [Fact]
    public async Task Written_and_displayed_output_keeps_its_order()
    {
        NotebookRun run = await Book.RunAsync("Console.Write(\"a\"); Console.WriteLine('b'); display(1); Console.WriteLine(2.5); Console.Error.WriteLine(\"oh\"); Console.Write(\"c\"); 7");

        run.Outputs(1).Should().Equal("stdout: ab\n", "display_data: 1", "stdout: 2.5\n", "stderr: oh\n", "stdout: c", "execute_result: 7");
    }

    [Fact]
    public async Task The_console_belongs_to_the_cell_only_while_it_runs()
    {
        TextWriter before = Console.Out;

        await Book.RunAsync("Console.WriteLine(1);");

        Console.Out.Should().BeSameAs(before);
    }

    [Fact]
    public async Task Code_that_does_not_compile_names_its_cell_and_line_and_ends_the_run()
    {
        NotebookRun run = await Book.RunAsync("int a = 1;", "\n\nint b = a + nothing;", "3");

        run.Failures.Should().Equal("cell In [2] (cell-2) fails: In [2], line 3, column 13: error CS0103: The name 'nothing' does not exist in the current context");
        run.Results.Should().HaveCount(2);
        run.Outputs(2).Should().ContainSingle().Which.Should().StartWith("error: In [2], line 3");
    }

    [Fact]
    public async Task Code_that_throws_names_its_cell_and_line_and_ends_the_run()
    {
        NotebookRun run = await Book.RunAsync(
            "void Fail()\n{\n    throw new InvalidOperationException(\"no\");\n}",
            "Console.WriteLine(\"before\");\nFail();\nConsole.WriteLine(\"behind\");",
            "3");

        run.Failures.Should().Equal("cell In [2] (cell-2) fails: System.InvalidOperationException: no\n   at In [1], line 3\n   at In [2], line 2");
        run.Outputs(2).Should().Equal("stdout: before\n", "error: no");
        run.Results.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_tagged_cell_may_fail_and_the_run_continues()
    {
        NotebookRun run = await Book.RunTextAsync(Book.Of(("int kept = 5; throw new Exception(\"meant\");", ["raises-exception"]), ("\"on\"", [])));

        run.Failures.Should().BeEmpty();
        run.Outputs(1).Should().Equal("error: meant");
        run.Outputs(2).Should().Equal("execute_result: on");
    }

    [Fact]
    public async Task A_cell_that_does_not_end_is_a_failure()
    {
        NotebookRun run = await NotebookRun.OfAsync(Documents.Notebook.Parse(Book.Of("await Task.Delay(-1);", "2")), TimeSpan.FromSeconds(1));

        run.Failures.Should().Equal("cell In [1] (cell-1) fails: In [1] took longer than 1 seconds.");
        run.Results.Should().ContainSingle();
    }

    [Fact]
    public async Task Packages_that_the_tool_refers_to_are_taken_from_it_and_lines_keep_their_numbers()
    {
        NotebookRun run = await Book.RunAsync("#r \"nuget: KlaviyoLinq, 0.1.0\"\n#r \"nuget:ScottPlot\"\nusing KlaviyoLinq;\nthrow new Exception(typeof(KlaviyoContext).Name);");

        run.Failures.Should().ContainSingle().Which.Should().EndWith("System.Exception: KlaviyoContext\n   at In [1], line 4");
    }

    [Theory]
    [InlineData("#r \"nuget: KlaviyoLinq, 9.9.9\"", "KlaviyoLinq is run here in version 0.1.0, not 9.9.9.")]
    [InlineData("#r \"nuget: Unheard.Of, 1.0.0\"", "Unheard.Of is none of the packages that notebooks are run with")]
    public async Task Any_other_package_or_version_is_refused_by_name(string directive, string refusal) =>
        (await Book.RunAsync(directive)).Failures.Should().ContainSingle().Which.Should().Contain(refusal);
}
