namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Target">The request line's target, byte for byte: path and query, percent-encoded.</param>
/// <param name="Headers">The headers by their names, whatever their case.</param>
internal sealed record RecordedRequest(string Target, IReadOnlyDictionary<string, string> Headers);
