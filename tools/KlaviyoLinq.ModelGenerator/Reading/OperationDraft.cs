using System.Text.Json;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>An operation whose answer has been read, but whose place among the others (parent type, include targets) is not known yet.</summary>
internal sealed record OperationDraft(string Path, JsonElement Operation, bool Collection, string ResourceType, bool IdentifiersOnly);
