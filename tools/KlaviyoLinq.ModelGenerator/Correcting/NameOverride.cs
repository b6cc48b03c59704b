namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>A name for something.</summary>
internal sealed record NameOverride(string Of, string Name, string Reason);
