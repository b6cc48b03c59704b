namespace KlaviyoLinq.Requests;

/// <summary>A filter that travels in a header of the request, because what it says is too personal for an address.</summary>
internal sealed record HeaderFilter(string Header, Filter Filter);
