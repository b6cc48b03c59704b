using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class FolderGraphTests
{
    private const string Face = "public sealed class Face { internal P.Http.Sender? Sender; }";

    [Fact]
    public void Folders_use_each_other_in_one_direction() => FolderGraphLaw.Judge(Repository.Current).MustBeEmpty();

    [Fact]
    public void Two_folders_that_use_each_other_are_found_with_both_lines()
    {
        IEnumerable<Offence> found = Judge(
            ("src/P/Http/Sender.cs", "namespace P.Http;\nclass Sender { P.Query.Plan? Plan; }"),
            ("src/P/Query/Plan.cs", "using P.Http;\nnamespace P.Query;\nclass Plan\n{\n    Sender? Sender;\n}"));

        found.Select(offence => $"{offence.Path}:{offence.Line}").Should().Equal("src/P/Http/Sender.cs:2", "src/P/Query/Plan.cs:5");
        found.First().What.Should().Contain("Http → Query → Http");
    }

    [Fact]
    public void A_circle_through_a_third_folder_is_found() => Judge(
        ("src/P/A/One.cs", "namespace P.A; class One { B.Two? Next; }"),
        ("src/P/B/Two.cs", "namespace P.B; class Two { C.Three? Next; }"),
        ("src/P/C/Three.cs", "namespace P.C; class Three { A.One? Next; }")).Should().HaveCount(3);

    [Fact]
    public void A_folder_and_one_within_it_are_two_folders() => Judge(
        ("src/P/A/One.cs", "namespace P.A; class One { Inner.Two? Next; }"),
        ("src/P/A/Inner/Two.cs", "namespace P.A.Inner; class Two { One? Back; }")).Should().HaveCount(2);

    [Fact]
    public void A_use_of_a_member_counts_where_its_type_is_not_named() => Judge(
        ("src/P/A/One.cs", "namespace P.A; class One { internal int Size; }"),
        ("src/P/A/User.cs", "namespace P.A; class User { B.Two? Next; }"),
        ("src/P/B/Two.cs", "namespace P.B; class Two { int Size => C.Generated.Maker.Make().Size; }"),
        ("src/P/C/Generated/Maker.cs", "namespace P.C.Generated; static class Maker { internal static A.One Make() => new(); }"))
        .Select(offence => offence.Path).Should().Equal("src/P/A/User.cs", "src/P/B/Two.cs");

    [Fact]
    public void A_folder_that_uses_a_public_type_which_uses_it_back_is_found() => Judge(
        ("src/P/Face.cs", "namespace P; " + Face),
        ("src/P/Http/Sender.cs", "namespace P.Http; sealed class Sender { Face? Face; }")).Should().HaveCount(2);

    [Fact]
    public void A_folder_may_use_a_public_type_that_does_not_use_it() => Judge(
        ("src/P/Face.cs", "namespace P; " + Face),
        ("src/P/Options.cs", "namespace P; public sealed class Options;"),
        ("src/P/Http/Sender.cs", "namespace P.Http; sealed class Sender { Options? Options; }")).Should().BeEmpty();

    [Fact]
    public void Types_of_one_folder_may_use_each_other() => Judge(
        ("src/P/A/One.cs", "namespace P.A; class One { Two? Next; }"),
        ("src/P/A/Two.cs", "namespace P.A; class Two { One? Back; }")).Should().BeEmpty();

    [Fact]
    public void Uses_in_generated_files_do_not_count() => Judge(
        ("src/P/A/One.cs", "namespace P.A; class One { Generated.Two? Next; }"),
        ("src/P/A/Generated/Two.cs", "namespace P.A.Generated; class Two { One? Back; }")).Should().BeEmpty();

    private static IEnumerable<Offence> Judge(params (string, string)[] files) =>
        FolderGraphLaw.Judge(Repository.Sample([("src/P/P.csproj", "<Project />"), .. files]));
}
