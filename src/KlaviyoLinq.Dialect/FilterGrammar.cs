namespace KlaviyoLinq;

/// <summary>Filter languages of Klaviyo's API.</summary>
public enum FilterGrammar
{
    /// <summary>The language of current revisions: comparisons joined by <c>and(...)</c> or a comma. The default.</summary>
    Published,

    /// <summary>The language of Klaviyo's 2022 API overview: also <c>or(...)</c> and <c>not(...)</c>, nested one level deep.</summary>
    Overview2022,
}
