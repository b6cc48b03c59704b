namespace KlaviyoLinq.Samples.Native;

/// <summary>A row made by a record's constructor.</summary>
internal sealed record Contact(string Id, string? Email, string? City, DateTimeOffset? Created);
