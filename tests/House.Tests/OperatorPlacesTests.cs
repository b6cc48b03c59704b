using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

/// <summary>
/// An operator is written in five places: its public method, its form in trees, its entry in the operator table, its stage, and its line among the
/// rulings of stages. Its ruling is a file of its own.
/// </summary>
public sealed class OperatorPlacesTests
{
    [Theory]
    [InlineData("AdditionalFields", "AdditionalFieldsStage", "KlaviyoQueryable.Including.cs", "AdditionalFieldsRuling.cs")]
    [InlineData("OrderByDistance", "DistanceStage", "KlaviyoQueryable.Client.cs", "DistanceRuling.cs")]
    [InlineData("ResumeFrom", "ResumeStage", null, "ResumeRuling.cs")]
    public void An_operator_is_written_in_five_places_and_its_ruling(string name, string stage, string? method, string ruling)
    {
        string[] naming =
        [
            .. Repository.Current.HandWritten
                .Where(
                    source =>
                        source.Path.StartsWith("src/KlaviyoLinq/Parsing/", StringComparison.Ordinal)
                            || source.Path.StartsWith("src/KlaviyoLinq.Dialect/", StringComparison.Ordinal))
                .Where(
                    source =>
                        Names(source, stage)
                            || Names(source, "SitedOperators." + name)
                            || (source.Name == "SitedOperators.cs" && source.Lines.Any(line => line.Contains($" {name}<", StringComparison.Ordinal))))
                .Select(source => source.Name),
        ];

        naming.Should().BeEquivalentTo(["SitedOperators.cs", "OperatorTable.cs", "Stage.cs", "StageRulings.cs", ruling]);
        if (method is not null)
            Repository.Current.HandWritten.Single(source => source.Name == method).Lines.Should()
                .Contain(line => line.Contains("> " + name, StringComparison.Ordinal));
    }

    private static bool Names(SourceFile source, string name) =>
        source.Lines.Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal)
            && !char.IsLetterOrDigit(line.ElementAtOrDefault(line.IndexOf(name, StringComparison.Ordinal) + name.Length)));
}
