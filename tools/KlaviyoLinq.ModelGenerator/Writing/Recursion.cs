using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>The facts are a tree: where a component holds itself (a form's steps hold steps), the inner one is left without members.</summary>
internal sealed class Recursion(KlaviyoSpec spec)
{
    private readonly Dictionary<string, HashSet<string>> _reached = [];

    /// <summary>Returns whether a component's members lead back to its owner.</summary>
    internal bool Recurs(string component, string? owner) => owner is not null && (component == owner || From(component).Contains(owner));

    /// <summary>The components that a component is made of, directly or through others.</summary>
    internal IReadOnlySet<string> From(string component)
    {
        if (_reached.TryGetValue(component, out HashSet<string>? known))
            return known;
        var reached = new HashSet<string>();
        var open = new Stack<string>([component]);
        while (open.TryPop(out string? name))
            foreach (string inner in spec.Component(name).Members.SelectMany(member => member.Components))
                if (reached.Add(inner))
                    open.Push(inner);
        _reached.Add(component, reached);
        return reached;
    }
}
