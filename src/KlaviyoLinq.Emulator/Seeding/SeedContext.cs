using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Context of the generation of data.</summary>
internal sealed class SeedContext(KlaviyoCatalogue catalogue, ResourceStore store, int seed, Func<string, int> sizes)
{
    private readonly BlockArena _arena = new();

    internal KlaviyoCatalogue Catalogue { get; } = catalogue;

    internal ResourceStore Store { get; } = store;

    /// <summary>Gets a value that indicates whether values are generated that Klaviyo sends although its document does not allow them.</summary>
    internal bool UndocumentedValues { get; init; }

    internal AttributeValues Values(SeededRandom random) => new(random, UndocumentedValues);

    internal SeededRandom RandomFor(string type) => SeededRandom.For(seed, type);

    /// <summary>Gets the number of resources of a type to generate.</summary>
    internal int Size(string type) => sizes(type);

    internal ResourceLayout Layout(string type) => Store.FindLayout(type) ?? throw new ArgumentOutOfRangeException(nameof(type), type, null);

    internal ResourceDraft Draft(string type)
    {
        Store.EnsureCapacity(type, Size(type));
        return new ResourceDraft(Layout(type), _arena);
    }

    /// <summary>
    /// Relates two resources, where the emulated revision has the relationship: the account is the same at every revision, and older ones show less
    /// of it.
    /// </summary>
    internal void Relate(StoredResource resource, string relationship, StoredResource other, long stamp = 0)
    {
        if (resource.Layout.FindRelationship(relationship) is { } layout)
            Store.Relate(resource, layout, other.Id, stamp);
    }
}
