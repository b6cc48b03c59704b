using System.Globalization;

namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>Reader of the line of an operation that writes.</summary>
internal static class WriteLine
{
    internal static OperationFacts Read(Cells cells, IReadOnlyList<AttributeFacts> attributes, IReadOnlyList<AttributeFacts> meta)
    {
        string[] key = cells[1].Split(' ');
        if (cells[3] == "Report")
            return new ReportFacts
            {
                Id = cells[2],
                Path = key[1],
                ResourceType = cells[4],
                Scopes = cells.List(6),
                RateLimit = OperationLine.Limit(cells[7]),
                Attributes = attributes,
            };
        return new WriteFacts(key[0])
        {
            Id = cells[2],
            Path = key[1],
            Family = Word<WriteFamily>(cells[3]),
            ResourceType = NullIfEmpty(cells[4]),
            IsMany = cells.Has(5, 'M'),
            IsForm = cells.Has(5, 'F'),
            HasId = cells.Has(5, 'I'),
            IdRequired = cells.Has(5, 'R'),
            IsIrreversible = cells.Has(5, 'X'),
            Scopes = cells.List(6),
            RateLimit = OperationLine.Limit(cells[7]),
            Relationships = cells.Read(
                8, static parts => new BodyRelationshipFacts(parts[0], parts[1], parts[2].IndexOf('M') >= 0, parts[2].IndexOf('R') >= 0)),
            Statuses = cells.Read(9, Status),
            UndocumentedStatuses = cells.Read(10, Status),
            AnswerType = NullIfEmpty(cells[11]),
            Repeat = Word<RepeatClass>(cells[12]),
            RepeatEvidence = Word<Evidence>(cells[13]),
            MaximumItems = Number(cells[14]),
            ItemsPath = NullIfEmpty(cells[15]),
            MaximumBytes = Number(cells[16]),
            Rules = cells.Read(17, Rule),
            Attributes = attributes,
            Meta = meta,
        };
    }

    private static BodyRuleFacts Rule(string[] parts) =>
        new(Word<BodyRule>(parts[0]), parts[1], Cells.Inner(parts[2]), Uri.UnescapeDataString(parts[3]), Word<Evidence>(parts[4]));

    private static int Status(string[] parts) => int.Parse(parts[0], CultureInfo.InvariantCulture);

    private static int? Number(string digits) => digits.Length == 0 ? null : int.Parse(digits, CultureInfo.InvariantCulture);

    private static T Word<T>(string name) => (T)Enum.Parse(typeof(T), name);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
