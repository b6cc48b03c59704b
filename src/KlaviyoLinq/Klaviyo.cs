using KlaviyoLinq.Model;

namespace KlaviyoLinq;

/// <summary>Names for what the model does not hold, to be used inside queries.</summary>
public static class Klaviyo
{
    /// <summary>
    /// A field by its wire name, in <c>Where</c> and <c>OrderBy</c>: for what is newer than this library. Where the catalogue lists the field, it is
    /// checked as any other; otherwise it is sent as it is, and <c>Explain()</c> shows it as unchecked.
    /// </summary>
    /// <example><c>klaviyo.Profiles.Where(p => Klaviyo.Field&lt;string&gt;(p, "push_token") == token)</c></example>
    /// <typeparam name="T">What the field holds.</typeparam>
    /// <param name="resource">The queried resource.</param>
    /// <param name="wireName">The field's wire name: letters, digits, <c>_</c>, <c>-</c>, <c>$</c> and dots.</param>
    /// <exception cref="InvalidOperationException">Always, when it is called outside a query.</exception>
    public static T Field<T>(object resource, string wireName) =>
        throw new InvalidOperationException("Klaviyo.Field names a field inside a query's Where or OrderBy; it cannot be called.");
}
