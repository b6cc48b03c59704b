using System.Text.RegularExpressions;
using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

/// <summary>
/// The attributes that name classes and members on the wire are read in one place, so that every reader has the same answer, and each is read once.
/// </summary>
public sealed partial class MemberAttributesTests
{
    private const string Reader = "MemberMap.cs";

    [Fact]
    public void One_class_reads_the_attributes_of_members() => Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("string? A => property.GetCustomAttribute<WireNameAttribute>()?.Name;")]
    [InlineData("bool B => property.IsDefined(typeof(RelationshipAttribute));")]
    [InlineData("object C => type.GetCustomAttributes(typeof(FilterOnlyAttribute), false);")]
    public void Another_reader_is_found(string line)
    {
        Judge(Repository.Sample(("src/A/A.cs", $"class A {{\n{line}\n}}"))).Should().ContainSingle();
        Judge(Repository.Sample(($"src/A/{Reader}", $"class A {{\n{line}\n}}"))).Should().BeEmpty();
    }

    private static IEnumerable<Offence> Judge(Repository repository) =>
        from source in repository.HandWritten
        where source.Path.StartsWith("src/", StringComparison.Ordinal) && source.Name != Reader
        from line in source.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where Reading().IsMatch(line.Text)
        select new Offence(source.Path, line.Number, $"It reads an attribute of a member. Ask {Reader}.");

    [GeneratedRegex(@"(GetCustomAttributes?|IsDefined)\b.*\b(WireName|Relationship|RelationshipId|FilterOnly)Attribute\b")]
    private static partial Regex Reading();
}
