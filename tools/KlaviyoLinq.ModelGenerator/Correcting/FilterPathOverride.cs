namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Where a filter field stands in the model, in wire names from the resource on.</summary>
internal sealed record FilterPathOverride(string Resource, string Field, string Path, string Reason);
