using System.Runtime.CompilerServices;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// Small sets of identifiers, made one from the other. Of a million profiles most are in the same few lists; a set that was made lately from the same one
/// with the same identifier is used again, so that those profiles share it. Sets never change. The store's lock guards this.
/// </summary>
internal sealed class IdentifierSets
{
    private const int Places = 1024;

    private readonly (object Less, string Id, string[] Set)[] _latest = new (object, string, string[])[Places];

    /// <param name="less">The identifiers there are: a string or an array of some.</param>
    /// <param name="id">The one that comes to them.</param>
    internal string[] With(object less, string id)
    {
        int place = (int)((uint)HashCode.Combine(RuntimeHelpers.GetHashCode(less), RuntimeHelpers.GetHashCode(id)) % Places);
        ref (object Less, string Id, string[] Set) latest = ref _latest[place];
        if (!ReferenceEquals(latest.Less, less) || !ReferenceEquals(latest.Id, id))
            latest = (less, id, less is string one ? [one, id] : [.. (string[])less, id]);
        return latest.Set;
    }
}
