namespace KlaviyoLinq.Emulator.Server;

/// <summary>Body of a request.</summary>
/// <param name="Bytes">The bytes; empty without a body.</param>
/// <param name="ContentType">The header; empty without one.</param>
internal readonly record struct SentBody(ReadOnlyMemory<byte> Bytes, string ContentType)
{
    /// <summary>The <c>Content-Type</c> without its parameters.</summary>
    internal string MediaType => ContentType.Split(';')[0].Trim().ToLowerInvariant();

    internal bool IsForm => MediaType == "multipart/form-data";
}
