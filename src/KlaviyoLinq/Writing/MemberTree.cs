using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Values by the wire names of their members, as they are written into a body.</summary>
internal sealed class MemberTree
{
    private readonly OrderedDictionary<string, object?> _members = new(StringComparer.Ordinal);

    internal bool IsEmpty => _members.Count == 0;

    /// <summary>Sets a value. Of two values of one member the later one counts.</summary>
    internal void Set(IReadOnlyList<string> path, object? value) => Parent(path)._members[path[^1]] = value;

    /// <summary>Adds a value to a list.</summary>
    internal void Append(IReadOnlyList<string> path, object? value)
    {
        MemberTree parent = Parent(path);
        if (!parent._members.TryGetValue(path[^1], out object? list))
            parent._members.Add(path[^1], list = new List<object?>());
        ((List<object?>)list!).Add(value);
    }

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach ((string name, object? value) in _members)
        {
            json.WritePropertyName(name);
            switch (value)
            {
                case MemberTree tree:
                    tree.WriteTo(json);
                    break;
                case KlaviyoObject model:
                    Write(json, model);
                    break;
                case IEnumerable<KlaviyoObject> models:
                    json.WriteStartArray();
                    foreach (KlaviyoObject item in models)
                        Write(json, item);
                    json.WriteEndArray();
                    break;
                default:
                    MapWriter.WriteValue(json, value);
                    break;
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, KlaviyoObject model)
    {
        json.WriteStartObject();
        model.WriteMembers(json, new BodyScope(withReceived: true, takes: null));
        json.WriteEndObject();
    }

    private MemberTree Parent(IReadOnlyList<string> path)
    {
        MemberTree tree = this;
        for (int i = 0; i < path.Count - 1; i++)
        {
            if (!tree._members.TryGetValue(path[i], out object? below) || below is not MemberTree)
                tree._members[path[i]] = below = new MemberTree();
            tree = (MemberTree)below;
        }

        return tree;
    }
}
