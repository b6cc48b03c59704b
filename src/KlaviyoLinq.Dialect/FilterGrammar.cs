namespace KlaviyoLinq;

/// <summary>Filter languages that a server can understand.</summary>
public enum FilterGrammar
{
    /// <summary>The language that today's revisions document: comparisons joined by <c>and(...)</c> or a comma. The default.</summary>
    Published,

    /// <summary>The language of Klaviyo's 2022 API overview: also <c>or(...)</c> and <c>not(...)</c>, nested one level deep.</summary>
    Overview2022,
}
