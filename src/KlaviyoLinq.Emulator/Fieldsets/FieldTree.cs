using System.Text;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Fieldsets;

/// <summary>The members wanted of an object, each whole or with a tree of its own.</summary>
internal sealed class FieldTree
{
    // In the spelling of the documents that are read; a tree has so few branches that to look through them is the fastest way to find one.
    private readonly List<(byte[] Name, FieldTree Tree)> _members = [];

    /// <summary>Gets a value that indicates whether all members below are selected.</summary>
    internal bool IsWhole { get; private set; }

    /// <summary>Gets the number of selected members.</summary>
    internal int Count => _members.Count;

    internal FieldTree? Find(string name) => Find(Encoding.UTF8.GetBytes(name));

    /// <summary>The tree of the property whose name the reader has come to.</summary>
    internal FieldTree? Find(ref Utf8JsonReader reader)
    {
        foreach ((byte[] name, FieldTree tree) in _members)
            if (reader.ValueTextEquals(name))
                return tree;
        return null;
    }

    internal static FieldTree Of(IEnumerable<string> members)
    {
        FieldTree root = new();
        foreach (string member in members)
        {
            FieldTree node = root;
            foreach (string name in member.Split('.'))
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(name);
                FieldTree? next = node.Find(utf8);
                if (next is null)
                    node._members.Add((utf8, next = new FieldTree()));
                node = next;
            }
            node.IsWhole = true;
        }
        return root;
    }

    private FieldTree? Find(ReadOnlySpan<byte> name)
    {
        foreach ((byte[] known, FieldTree tree) in _members)
            if (name.SequenceEqual(known))
                return tree;
        return null;
    }
}
