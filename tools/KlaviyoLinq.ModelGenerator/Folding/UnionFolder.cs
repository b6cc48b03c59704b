using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Folding;

/// <summary>
/// Settles the unions: finds the members that distinguish their alternatives, and folds alternatives that nothing distinguishes into one object with the
/// members of both, because no reader of the JSON could do better. In the body of a request all alternatives stay, since the writer knows which one it writes.
/// </summary>
internal sealed class UnionFolder(IReadOnlyList<ComponentSpec> components, bool ofBodies = false)
{
    private readonly Dictionary<string, ComponentSpec> _components = components.ToDictionary(component => component.Name);

    /// <summary>Settles the unions within the components, those that were folded together on the way included.</summary>
    internal IReadOnlyList<ComponentSpec> SettleComponents()
    {
        var open = new Queue<ComponentSpec>(_components.Values);
        while (open.TryDequeue(out ComponentSpec? component))
        {
            int known = _components.Count;
            component.Members = Settle(component.Members);
            foreach (ComponentSpec folded in _components.Values.Skip(known).ToArray())
                open.Enqueue(folded);
        }

        return [.. _components.Values];
    }

    internal IReadOnlyList<MemberSpec> Settle(IReadOnlyList<MemberSpec> members) => [.. members.Select(Settle)];

    private MemberSpec Settle(MemberSpec member)
    {
        if (member.Kind != MemberKind.Union || member.Discriminators.Count > 0)
            return member;
        if (member.Alternatives.Count == 1)
            return member with { Kind = MemberKind.Object, Component = member.Alternatives[0], Alternatives = [] };

        List<string> alternatives = [.. member.Alternatives];
        while (true)
        {
            (string[] discriminators, (int Left, int Right)[] alike) = Discriminators.Find([.. alternatives.Select(name => _components[name])]);
            if (alike.Length == 0 || ofBodies)
                return alternatives.Count == 1
                    ? member with { Kind = MemberKind.Object, Component = alternatives[0], Alternatives = [] }
                    : member with { Alternatives = alternatives, Discriminators = discriminators };
            string joined = Join(_components[alternatives[alike[0].Left]], _components[alternatives[alike[0].Right]]);
            alternatives[alike[0].Left] = joined;
            alternatives.RemoveAt(alike[0].Right);
        }
    }

    private string Join(ComponentSpec left, ComponentSpec right)
    {
        string name = left.Name + "Or" + right.Name;
        if (_components.ContainsKey(name))
            return name;

        MemberSpec[] members =
        [
            .. left.Members.Select(member => Join(member, right.Members.FirstOrDefault(other => other.Name == member.Name))),
            .. right.Members.Where(member => left.Members.All(other => other.Name != member.Name)).Select(member => Join(member, null)),
        ];
        _components.Add(name, new ComponentSpec { Name = name, Members = members });
        return name;
    }

    private static MemberSpec Join(MemberSpec member, MemberSpec? other)
    {
        if (other is null)
            return member with { Required = false };
        bool same = member.Kind == other.Kind
            && member.Array == other.Array
            && member.Component == other.Component
            && member.Alternatives.SequenceEqual(other.Alternatives);
        if (!same)
            return new MemberSpec { Name = member.Name, Kind = MemberKind.Any, Nullable = true };
        return member with
        {
            Nullable = member.Nullable || other.Nullable,
            Required = member.Required && other.Required,
            Values = member.Values.Count > 0 && other.Values.Count > 0 ? [.. member.Values.Union(other.Values, StringComparer.Ordinal)] : [],
        };
    }
}
