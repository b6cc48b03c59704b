using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Outcome of a request that writes.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Resource">The resource that the answer's <c>data</c> shows; null for none.</param>
/// <param name="Body">A whole document in place of <paramref name="Resource"/>; empty for none.</param>
/// <param name="Error">The error in place of everything else; null for a success.</param>
internal readonly record struct WriteAnswer(int Status, StoredResource? Resource = null, ReadOnlyMemory<byte> Body = default, ApiError? Error = null)
{
    /// <summary>
    /// Gets a value that indicates whether the resource is shown with its attributes and relationships. Without them <c>data</c> has a type, an id and links.
    /// </summary>
    internal bool ShowsAttributes { get; init; } = true;

    public static implicit operator WriteAnswer(ApiError error) => new(error.Status, Error: error);
}
