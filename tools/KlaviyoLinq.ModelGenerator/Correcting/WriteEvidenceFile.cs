using System.Text.Json;
using System.Text.Json.Serialization;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>The hand-written facts in <c>spec/writes.json</c>.</summary>
internal sealed class WriteEvidenceFile
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public required IReadOnlyList<WriteEvidence> Operations { get; init; }

    /// <summary>Reads the file, which must name every operation of the distilled facts once, and no other.</summary>
    internal static IReadOnlyDictionary<string, WriteEvidence> Parse(string json, WritesSpec writes)
    {
        Dictionary<string, WriteEvidence> known = Known(json);
        string[] missing = [.. writes.Operations.Select(write => write.Id).Except(known.Keys)];
        string[] stale = [.. known.Keys.Except(writes.Operations.Select(write => write.Id))];
        return missing.Length + stale.Length == 0
            ? known
            : throw new SpecificationException($"spec/writes.json must name every operation that writes. Missing: {Listed(missing)}. Not in the document: {Listed(stale)}.");
    }

    /// <summary>Reads the file as it is. The model needs the families of the operations that it names, and of no others.</summary>
    internal static Dictionary<string, WriteEvidence> Known(string json) =>
        (JsonSerializer.Deserialize<WriteEvidenceFile>(json, _options) ?? throw new SpecificationException("spec/writes.json is empty."))
            .Operations.ToDictionary(evidence => evidence.Operation);

    private static string Listed(string[] operations) => operations.Length == 0 ? "none" : string.Join(", ", operations);
}
