namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>The rules of each resource type.</summary>
internal static class ResourceKinds
{
    private static readonly PlainKind _plain = new();

    private static readonly Dictionary<string, ResourceKind> _kinds = new(StringComparer.Ordinal);

    internal static ResourceKind Of(string type) => _kinds.GetValueOrDefault(type, _plain);
}
