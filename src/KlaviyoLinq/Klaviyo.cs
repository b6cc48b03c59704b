using KlaviyoLinq.Model;

namespace KlaviyoLinq;

/// <summary>Functions for use inside queries.</summary>
public static class Klaviyo
{
    /// <summary>
    /// Names a field by its wire name, in <c>Where</c> and <c>OrderBy</c>, for fields that are newer than this library. A field of the catalogue is
    /// checked as usual; any other is sent as it is, and <c>Explain()</c> lists it as unchecked.
    /// </summary>
    /// <example><c>klaviyo.Profiles.Where(p => Klaviyo.Field&lt;string&gt;(p, "push_token") == token)</c></example>
    /// <typeparam name="T">The type of the field.</typeparam>
    /// <param name="resource">The queried resource.</param>
    /// <param name="wireName">The field's wire name: letters, digits, <c>_</c>, <c>-</c>, <c>$</c> and dots.</param>
    /// <exception cref="InvalidOperationException">Always, when it is called outside a query.</exception>
    public static T Field<T>(object resource, string wireName) =>
        throw new InvalidOperationException("Klaviyo.Field names a field inside a query's Where or OrderBy; it cannot be called.");
}
