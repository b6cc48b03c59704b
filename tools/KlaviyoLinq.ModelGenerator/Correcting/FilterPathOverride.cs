namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Path of a filter field in the model, in wire names starting at the resource.</summary>
internal sealed record FilterPathOverride(string Resource, string Field, string Path, string Reason);
