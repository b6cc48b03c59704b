namespace KlaviyoLinq.Links;

/// <summary>A resource as links identify it.</summary>
internal interface IIdentified
{
    string ResourceType { get; }

    /// <summary>The id; empty for a resource that has none yet.</summary>
    string Id { get; }
}
