using KlaviyoLinq.Docs.Tests.Reading;
using KlaviyoLinq.Docs.Tests.Translation;

namespace KlaviyoLinq.Docs.Tests;

/// <summary>Each line of the translation table is compiled, run against the emulator, and sends exactly what the table says.</summary>
public sealed class TranslationTests(TranslationAccount account) : IClassFixture<TranslationAccount>
{
    public static TheoryData<int, int, string> Lines
    {
        get
        {
            TheoryData<int, int, string> lines = [];
            for (int section = 0; section < TranslationTable.All.Count; section++)
                for (int line = 0; line < TranslationTable.All[section].Cases.Count; line++)
                    lines.Add(section, line, TranslationTable.All[section].Cases[line].CSharp);
            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_of_the_table_becomes_what_it_says(int section, int line, string code)
    {
        TranslationCase shown = TranslationTable.All[section].Cases[line];
        account.TakeRequests();

        IReadOnlyList<KlaviyoFindingCode> findings = await shown.FindAsync(account);

        findings.Should().Equal(shown.Code is { } expected ? [expected] : [], code);
        account.TakeRequests().Should().BeEquivalentTo(shown.Requests, code);
    }

    [Fact]
    public void The_page_of_translations_says_what_the_lines_say()
    {
        if (Checkout.IsWriting)
            Checkout.Write(TranslationPage.Path, TranslationPage.Write());

        Checkout.Read(TranslationPage.Path).Should().Be(TranslationPage.Write(), "KLAVIYOLINQ_WRITE_DOCS=1 dotnet test tests/Docs.Tests writes it");
    }
}
