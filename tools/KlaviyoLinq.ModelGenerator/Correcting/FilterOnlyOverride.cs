namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>A filter field that gets a member of its own.</summary>
internal sealed record FilterOnlyOverride(string Resource, string Field, string Name, string Reason);
