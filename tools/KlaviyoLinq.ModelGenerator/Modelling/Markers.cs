using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Finds the marker interfaces of resource types: they constrain the commands to what Klaviyo can do.</summary>
internal static class Markers
{
    /// <summary>Types whose keys are in the body, so that a second creation finds the first.</summary>
    private static readonly string[] _keyed = ["profile", "coupon", "coupon-code", "catalog-item", "catalog-variant", "catalog-category"];

    internal static Func<string, IReadOnlyList<string>> Of(WritesSpec writes, IReadOnlyDictionary<string, WriteEvidence> evidence)
    {
        // An image is created from an address or a file, which are commands of their own: its body has no attribute of the resource that it makes.
        bool Has(string type, string family, string verb) => writes.Operations.Any(
            operation => operation.Path.StartsWith("/api/", StringComparison.Ordinal)
                && evidence.TryGetValue(operation.Id, out WriteEvidence? known)
                && known.Family == family
                && (operation.ResourceType ?? TypeOf(writes, operation)) == type
                && operation.Method == verb
                && !(family == "create" && type == "image"));
        return type =>
        [
            .. Has(type, "create", "POST") ? ["ICreatable"] : Array.Empty<string>(),
            .. Has(type, "update", "PATCH") ? ["IUpdatable"] : Array.Empty<string>(),
            .. Has(type, "delete", "DELETE") ? ["IDeletable"] : Array.Empty<string>(),
            .. _keyed.Contains(type) ? ["IKeyed"] : Array.Empty<string>(),
        ];
    }

    /// <summary>The type of a DELETE, which has no body: that of the other operations at its path, or of its collection.</summary>
    private static string? TypeOf(WritesSpec writes, WriteSpec deletion)
    {
        string collection = deletion.Path.Replace("/{id}", "", StringComparison.Ordinal);
        return writes.Operations.FirstOrDefault(
            operation => operation.ResourceType is not null && (operation.Path == deletion.Path || operation.Path == collection))?.ResourceType;
    }
}
