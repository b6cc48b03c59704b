namespace KlaviyoLinq.Emulator.Store;

/// <summary>A resource as it stands in one collection.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="JoinedAt">When it joined that collection, in ticks of UTC; 0 in collections that do not remember it.</param>
internal readonly record struct Row(StoredResource Resource, long JoinedAt = 0);
