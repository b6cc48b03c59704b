namespace KlaviyoLinq.Samples.Native;

/// <summary>A row that is a value.</summary>
internal readonly record struct Place(string? City, double? Latitude);
