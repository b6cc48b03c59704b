namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>A filter field or sort key that gets a member of its own.</summary>
/// <param name="Resource">The resource type that gets the member.</param>
/// <param name="Field">The wire name the member carries.</param>
/// <param name="Name">The member's C# name.</param>
/// <param name="Path">The whole field, where it is reached through a relationship of another type; null where it is the same as the field.</param>
/// <param name="Kind">The value's kind, for what is a sort key only; null where the filter says it.</param>
/// <param name="Reason">Why it is needed.</param>
internal sealed record FilterOnlyOverride(string Resource, string Field, string Name, string? Path, string? Kind, string Reason);
