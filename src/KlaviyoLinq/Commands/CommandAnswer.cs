using KlaviyoLinq.Documents;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Commands;

/// <summary>The answer to a command that succeeded.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The document; empty for an answer without a body.</param>
internal sealed record CommandAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>Indicates whether the request was repeated after a lost answer, so that Klaviyo may have processed it twice.</summary>
    internal bool WasRepeated { get; init; }

    /// <summary>The JSON body that was sent; null for a request without one.</summary>
    internal byte[]? Sent { get; init; }

    /// <summary>Requires a document that was received to its end.</summary>
    /// <exception cref="KlaviyoProtocolException">It is not one.</exception>
    internal void RequireDocument() => DocumentReader.Read(Body.Span);

    /// <summary>Reads the resource in the answer.</summary>
    /// <exception cref="KlaviyoProtocolException">The answer holds no resource of the class.</exception>
    internal T ReadResource<T>()
        where T : KlaviyoResource =>
        DocumentReader.Read(Body.Span).Resources is [T resource]
            ? resource
            : throw new KlaviyoProtocolException($"The command succeeded, but its answer holds no resource of type {MemberMap.TypeOf(typeof(T))}.");
}
