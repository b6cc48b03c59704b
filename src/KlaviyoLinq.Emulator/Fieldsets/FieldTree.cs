namespace KlaviyoLinq.Emulator.Fieldsets;

/// <summary>The members wanted of an object, each whole or with a tree of its own.</summary>
internal sealed class FieldTree
{
    private readonly Dictionary<string, FieldTree> _members = new(StringComparer.Ordinal);

    /// <summary>Whether everything below is wanted.</summary>
    internal bool IsWhole { get; private set; }

    internal FieldTree? Find(string name) => _members.GetValueOrDefault(name);

    internal static FieldTree Of(IEnumerable<string> members)
    {
        FieldTree root = new();
        foreach (string member in members)
        {
            FieldTree node = root;
            foreach (string name in member.Split('.'))
            {
                if (!node._members.TryGetValue(name, out FieldTree? next))
                    node._members.Add(name, next = new FieldTree());
                node = next;
            }
            node.IsWhole = true;
        }
        return root;
    }
}
