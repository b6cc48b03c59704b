using KlaviyoLinq.Docs.Tests.Figures;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests;

/// <summary>The figures of the README are those that were measured.</summary>
[Collection("alone")]
public sealed class FigureTests
{
    private const string Page = "README.md";

    private const string Sample = "# Results\n\n| candidate | time |\n|---|---:|\n| a thing | 1.5× |\n| another thing | 2.5× |\n\nIt is 3.5× as fast.\n\n| candidate | bytes |\n|---|---:|\n| a thing | 7 |\n";

    [Fact]
    public void The_figures_of_the_README_are_those_of_the_results()
    {
        if (Checkout.IsWriting)
            Checkout.Write(Page, FigureTable.Rewritten(Checkout.Read(Page), FigureTable.Write(ResultsPage.Find)));

        Checkout.Read(Page).Should().Contain(FigureTable.Write(ResultsPage.Find), "KLAVIYOLINQ_WRITE_DOCS=1 dotnet test tests/Docs.Tests writes it");
    }

    [Fact]
    public void A_figure_is_a_cell_or_a_number_of_a_sentence() =>
        FigureTable.Fill("{r 1: another: time}, {r 2: a thing: bytes}, {r ~ is ([\\d.]+×) as}", _ => ResultsPage.Sample(Sample)).Should().Be("2.5×, 7, 3.5×");

    [Fact]
    public void A_line_about_what_was_not_measured_is_left_out() => FigureTable.Fill("{none 1: a: time}", _ => null).Should().BeNull();

    [Theory]
    [InlineData("{r 1: a third thing: time}", "a line 'a third thing'")]
    [InlineData("{r 1: a thing: bytes}", "a column 'bytes'")]
    [InlineData("{r 3: a thing: time}", "a table number 3")]
    [InlineData("{r ~ slower by ([0-9]+)}", "a sentence like")]
    public void A_figure_that_no_longer_exists_is_named(string figure, string missing) =>
        FluentActions.Invoking(() => FigureTable.Fill(figure, _ => ResultsPage.Sample(Sample)))
            .Should().Throw<InvalidDataException>().WithMessage($"*{missing}*");

    [Fact]
    public void Only_what_stands_between_the_marks_is_written_anew() =>
        FigureTable.Rewritten($"A\n{FigureTable.Begin}\nold\n{FigureTable.End}\nB\n", "new").Should().Be("A\nnew\nB\n");
}
