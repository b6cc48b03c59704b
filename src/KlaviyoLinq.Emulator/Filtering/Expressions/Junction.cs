namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>Several expressions of which all (<c>and</c>, comma) or at least one (<c>or</c>) must hold.</summary>
internal sealed record Junction(bool IsAnd, IReadOnlyList<FilterExpression> Parts) : FilterExpression;
