using KlaviyoLinq.House.Tests.Reading;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.House.Tests;

/// <summary>
/// The analyzer of public lists does not see the generated model, and <c>spec/model-api.txt</c> is written from its sources. The built assembly says
/// whether the list is true.
/// </summary>
public sealed class ModelApiTests
{
    private static readonly string _list = File.ReadAllText(Path.Combine(HouseRoot.Find(), "spec", "model-api.txt"));

    private static readonly Lazy<string[]> _built = new(Built);

    [Fact]
    public void The_list_of_the_model_is_what_the_built_assembly_shows()
    {
        _built.Value.Should().HaveCountGreaterThan(800);
        Differences(_list).Should().BeEmpty();
        Entries(_list).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Classes_of_the_model_have_a_constructor_without_parameters_where_they_are_sealed_and_none_where_they_are_abstract() =>
        PublicModel.Types(typeof(KlaviyoResource).Assembly).Where(type => type.IsClass && _list.Contains($" {type.FullName} : ", StringComparison.Ordinal))
            .Should().HaveCountGreaterThan(600).And.OnlyContain(type => type.GetConstructors().Length == (type.IsAbstract ? 0 : 1));

    [Theory]
    [InlineData("sealed class KlaviyoLinq.Model.Tag : KlaviyoResource,", "class KlaviyoLinq.Model.Tag : KlaviyoResource,")]
    [InlineData("  string? TagGroupId { get; set; }", "  string TagGroupId { get; set; }")]
    [InlineData("  KlaviyoLinks<Campaign> Campaigns { get; set; }\n", "")]
    [InlineData("  override string ResourceType\n", "  string ResourceType\n")]
    [InlineData("  override int GetHashCode()\n", "")]
    [InlineData("sealed class KlaviyoLinq.Model.Tag :", "sealed class KlaviyoLinq.Model.Cloud : KlaviyoResource\nsealed class KlaviyoLinq.Model.Tag :")]
    public void A_list_that_says_something_else_is_found(string reported, string instead)
    {
        int place = _list.IndexOf(reported, StringComparison.Ordinal);
        place.Should().BePositive();
        Differences(_list[..place] + instead + _list[(place + reported.Length)..]).Should().NotBeEmpty();
    }

    private static IEnumerable<string> Differences(string list)
    {
        string[] listed = Entries(list);
        return
        [
            .. listed.Except(_built.Value).Select(entry => $"listed, and not in the assembly: {entry}"),
            .. _built.Value.Except(listed).Select(entry => $"in the assembly, and not listed: {entry}"),
        ];
    }

    /// <summary>The public types of the model that the lists of what is written by hand do not hold.</summary>
    private static string[] Built()
    {
        HashSet<string> byHand =
            [.. Directory.EnumerateFiles(Path.Combine(HouseRoot.Find(), "src", "KlaviyoLinq"), "PublicAPI.*.txt").SelectMany(File.ReadLines)];
        return
        [
            .. PublicModel.Types(typeof(KlaviyoResource).Assembly)
                .Where(type => !byHand.Contains(type.FullName!.Replace("`1", "<T>", StringComparison.Ordinal)))
                .Select(PublicModel.Write),
        ];
    }

    /// <summary>A type and its members, which are indented.</summary>
    private static string[] Entries(string list) =>
        [.. list.Replace("\n  ", "\r", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Replace("\r", "\n  ", StringComparison.Ordinal))];
}
