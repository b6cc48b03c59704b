namespace KlaviyoLinq.Plans;

/// <summary>One step of the walk over an expression tree: what kind of node stands there, and the type, member or method that belongs to it.</summary>
/// <param name="Code">The kind of node, and how many parts it has.</param>
/// <param name="Thing">What belongs to it; a literal is its own. Never a captured value.</param>
internal readonly record struct PatternToken(int Code, object? Thing)
{
    internal bool Is(in PatternToken other) => Code == other.Code && (ReferenceEquals(Thing, other.Thing) || (Thing is not null && Thing.Equals(other.Thing)));
}
