namespace KlaviyoLinq.Requests;

/// <summary>A filter that is sent in a header of the request, because URLs are logged and it holds personal data.</summary>
internal sealed record HeaderFilter(string Header, Filter Filter);
