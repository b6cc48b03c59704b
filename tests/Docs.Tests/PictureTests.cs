using System.Xml.Linq;
using KlaviyoLinq.Docs.Tests.Picture;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests;

/// <summary>The picture of the README is what the first sample writes.</summary>
[Collection("alone")]
public sealed class PictureTests
{
    private const string Path = "docs/quickstart.svg";

    [Fact]
    public void The_picture_shows_what_the_first_sample_writes_to_the_terminal()
    {
        IReadOnlyList<TerminalLine> lines = QuickStartRun.Record();
        string picture = TerminalPicture.Draw("dotnet run --project samples/QuickStart", lines, QuickStartRun.Width);
        if (Checkout.IsWriting && (!File.Exists(Checkout.PathOf(Path)) || Texts(Checkout.Read(Path)) != Texts(picture)))
            Checkout.Write(Path, picture);

        lines.Select(line => line.Text)
            .Should()
            .ContainInOrder(
                "GET /api/profiles", "    ?filter=greater-than(created,2025-01-01T00:00:00Z)").And.Contain(text => text.Contains(" items, 25 pages, "));
        Texts(Checkout.Read(Path)).Should().Be(Texts(picture), "KLAVIYOLINQ_WRITE_DOCS=1 dotnet test tests/Docs.Tests draws it anew");
    }

    // How long the run took differs from run to run; all else does not.
    private static string Texts(string picture) =>
        string.Join(
            '\n',
            XDocument.Parse(picture)
                .Descendants()
                .Where(element => !element.HasElements)
                .Select(element => $"{element.Name.LocalName} {element.Attribute("fill")?.Value} {QuickStartRun.Timeless(element.Value)}"));
}
