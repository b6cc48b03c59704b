using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Writes plausible values for any attribute from what the catalogue knows of it: kind, documented values, members, alternatives.</summary>
internal sealed class AttributeValues(SeededRandom random, bool undocumented = false)
{
    /// <summary>Deeper down only what is required is written, and arrays are empty; some definitions contain themselves.</summary>
    private const int Depth = 5;

    /// <summary>The same for the resources that are to be complete, as long as no union is entered: those make the deepest definitions.</summary>
    private const int CompleteDepth = 12;

    /// <summary>A report's rows are grouped by the product or by the company, so that one of the members is there.</summary>
    private const string Groupings = "groupings";

    /// <summary>Objects within definitions, of columns, steps and triggers, in which the document allows nothing.</summary>
    private static readonly HashSet<string> _barren = ["data", "properties", "styles"];

    /// <param name="json">Stands where one value is expected.</param>
    /// <param name="facts">The attribute.</param>
    /// <param name="ordinal">The number of the resource.</param>
    /// <param name="values">The values to pick from where the attribute documents none itself.</param>
    internal void Write(Utf8JsonWriter json, AttributeFacts facts, int ordinal, IReadOnlyList<string>? values = null) =>
        Write(json, facts, ordinal, values ?? [], 0);

    private void Write(Utf8JsonWriter json, AttributeFacts facts, int ordinal, IReadOnlyList<string> values, int depth)
    {
        if (facts.Nullable && (Completeness.Decides(ordinal) ? Completeness.IsNull(facts, ordinal) : random.OneIn(6)))
            json.WriteNullValue();
        else if (undocumented && !facts.IsArray && !Completeness.Decides(ordinal) && random.OneIn(4) && UndocumentedValue.TryWrite(json, facts, random))
            return;
        else if (facts.IsArray)
            WriteArray(json, facts, ordinal, values, depth);
        else
            WriteOne(json, facts, ordinal, facts.Values.Count > 0 ? facts.Values : values, depth);
    }

    private static bool IsBottom(int ordinal, int depth) => depth >= (Completeness.Decides(ordinal) ? CompleteDepth : Depth);

    /// <summary>Definitions that contain themselves. The catalogue does not repeat their members, of which some may be required.</summary>
    private static bool IsUntold(AttributeFacts facts) => facts is { Kind: AttributeKind.Object, Members.Count: 0 };

    private void WriteArray(Utf8JsonWriter json, AttributeFacts facts, int ordinal, IReadOnlyList<string> values, int depth)
    {
        json.WriteStartArray();
        for (int i = IsBottom(ordinal, depth) || IsUntold(facts) ? 0 : Completeness.Decides(ordinal) ? 1 : random.Below(depth > 1 ? 2 : 3); i > 0; i--)
            WriteOne(json, facts, ordinal, facts.Values.Count > 0 ? facts.Values : values, depth + 1);
        json.WriteEndArray();
    }

    private void WriteOne(Utf8JsonWriter json, AttributeFacts facts, int ordinal, IReadOnlyList<string> values, int depth)
    {
        switch (facts.Kind)
        {
            case AttributeKind.String:
                json.WriteStringValue(values.Count > 0 ? random.Pick(values) : AttributeWords.Of(facts.Name, random, ordinal));
                break;
            case AttributeKind.DateTime:
                WriteInstant(json, facts.Name, ordinal);
                break;
            case AttributeKind.Date:
                json.WriteStringValue(
                    new DateTime(Moments.Opening + ordinal * TimeSpan.TicksPerDay, DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case AttributeKind.Integer:
                json.WriteNumberValue(values.Count > 0 ? long.Parse(random.Pick(values), CultureInfo.InvariantCulture) : Integer(facts.Name));
                break;
            case AttributeKind.Number:
                json.WriteNumberValue(Number(facts.Name));
                break;
            case AttributeKind.Boolean:
                json.WriteBooleanValue(values.Count > 0 ? random.Pick(values) == "true" : random.OneIn(2));
                break;
            case AttributeKind.Object when facts.Name == Groupings:
                WriteGroupings(json, facts.Members[ordinal % facts.Members.Count], ordinal, depth);
                break;
            case AttributeKind.Object:
                WriteMembers(json, facts.Members, null, ordinal, depth);
                break;
            case AttributeKind.Union:
                WriteAlternative(json, facts, ordinal, depth);
                break;
            case AttributeKind.Scalar:
                WriteScalar(json);
                break;
            default:
                WriteMap(json, ordinal, isBarren: depth > 0 && _barren.Contains(facts.Name));
                break;
        }
    }

    private void WriteAlternative(Utf8JsonWriter json, AttributeFacts facts, int ordinal, int depth)
    {
        AlternativeFacts alternative = facts.Alternatives[(ordinal + random.Below(2)) % facts.Alternatives.Count];
        WriteMembers(json, alternative.Members, alternative, ordinal, Completeness.Decides(ordinal) ? depth + CompleteDepth - Depth : depth);
    }

    private void WriteMembers(Utf8JsonWriter json, IReadOnlyList<AttributeFacts> members, AlternativeFacts? alternative, int ordinal, int depth)
    {
        json.WriteStartObject();
        foreach (AttributeFacts member in members)
        {
            bool isDiscriminator = alternative is not null && member.Name == alternative.Discriminator;
            if (!isDiscriminator && !member.Required && (IsBottom(ordinal, depth) || !Completeness.Decides(ordinal) && random.OneIn(5)))
                continue;
            json.WritePropertyName(member.Name);
            if (isDiscriminator)
                WriteDiscriminator(json, member, alternative!.Values);
            else if (IsBottom(ordinal, depth) && member.Nullable && member.Kind is AttributeKind.Object or AttributeKind.Union)
                json.WriteNullValue();
            else
                Write(json, member, ordinal, [], depth + 1);
        }
        json.WriteEndObject();
    }

    private void WriteGroupings(Utf8JsonWriter json, AttributeFacts grouping, int ordinal, int depth)
    {
        json.WriteStartObject();
        json.WritePropertyName(grouping.Name);
        Write(json, grouping, ordinal, [], depth + 1);
        json.WriteEndObject();
    }

    /// <summary>Constant that identifies the alternative; not always a string.</summary>
    private void WriteDiscriminator(Utf8JsonWriter json, AttributeFacts member, string[] values)
    {
        if (member.Kind == AttributeKind.Boolean)
            json.WriteBooleanValue(random.Pick(values) == "true");
        else
            json.WriteStringValue(random.Pick(values));
    }

    private void WriteInstant(Utf8JsonWriter json, string name, int ordinal)
    {
        bool first = name.StartsWith("created", StringComparison.Ordinal);
        long middle = (Moments.Opening + Moments.Present) / 2;
        Moments.Write(json, random, first
            ? Moments.Between(random, Moments.Opening, middle) + ordinal * TimeSpan.TicksPerSecond
            : Moments.Between(random, middle, Moments.Present));
    }

    private decimal Number(string name) => name switch
    {
        "latitude" => random.Below(180_000) / 1000m - 90,
        "longitude" => random.Below(360_000) / 1000m - 180,
        _ => random.Below(20_000) / 100m,
    };

    private long Integer(string name) => name == "rating" ? 1 + random.Below(5) : name == "size" ? 1000 + random.Below(5_000_000) : random.Below(500);

    private void WriteScalar(Utf8JsonWriter json)
    {
        switch (random.Below(4))
        {
            case 0: json.WriteStringValue(random.Pick(Wording.Products)); break;
            case 1: json.WriteNumberValue(random.Below(1000)); break;
            case 2: json.WriteNumberValue(random.Below(1000) / 8m); break;
            default: json.WriteBooleanValue(random.OneIn(2)); break;
        }
    }

    private void WriteMap(Utf8JsonWriter json, int ordinal, bool isBarren)
    {
        json.WriteStartObject();
        if (!isBarren)
            WriteEntries(json, ordinal);
        json.WriteEndObject();
    }

    private void WriteEntries(Utf8JsonWriter json, int ordinal)
    {
        json.WriteString("Size Chart", random.Pick(Wording.Adjectives));
        json.WriteNumber("$rank", ordinal);
        if (random.OneIn(2))
            json.WriteNull("notes");
    }
}
