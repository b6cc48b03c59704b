using System.Text.Json;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>Writes the resources of one type one after another: begin a member, write its value, finish. Used by one thread.</summary>
/// <param name="layout">The type.</param>
/// <param name="arena">Where blocks are laid when many are made; null gives each an array of its own.</param>
internal sealed class ResourceDraft(ResourceLayout layout, BlockArena? arena = null)
{
    private readonly AttributeBlockBuilder _always = new(layout.AlwaysCount);
    private readonly AttributeBlockBuilder _onDemand = new(layout.OnDemandCount);

    internal ResourceLayout Layout { get; } = layout;

    /// <summary>Begins a member; the caller writes exactly one value. A name that the type does not know is kept as an attribute of the whole.</summary>
    internal Utf8JsonWriter Begin(string name) => Layout.Find(name) switch
    {
        null => _always.BeginUnlisted(name),
        { Place: MemberPlace.Always } member => _always.Begin(member),
        LayoutMember member => _onDemand.Begin(member),
    };

    internal StoredResource Finish(string id) => new(Layout, id, _always.Build(arena), _onDemand.Any ? _onDemand.Build(arena) : Block.None);
}
