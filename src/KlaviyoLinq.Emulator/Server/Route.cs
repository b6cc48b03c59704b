using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>The operation that a path leads to, with the id in the path where it has one.</summary>
internal sealed record Route(ReadFacts Operation, string? Id);
