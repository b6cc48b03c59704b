namespace KlaviyoLinq.Catalogue;

/// <summary>A query or header parameter outside the JSON:API families: <c>company_id</c>, <c>timeframe</c>, <c>X-Klaviyo-API-Filters</c> …</summary>
internal sealed record ParameterFacts(string Name, bool InHeader, bool Required, params string[] Values);
