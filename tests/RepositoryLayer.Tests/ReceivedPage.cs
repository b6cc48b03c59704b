namespace Shop.Tests;

/// <summary>A page as a client reads it.</summary>
public sealed record ReceivedPage<T>(List<T> Rows, bool HasMore, string Checkpoint);
