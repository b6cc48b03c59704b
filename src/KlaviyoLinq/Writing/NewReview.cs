using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Review to be submitted by a customer. A <see cref="Review"/> that is read has other members.</summary>
/// <param name="reviewType">The type: <c>review</c>, <c>question</c>, <c>rating</c> or <c>store</c>. Wire name: <c>review_type</c>.</param>
/// <param name="email">The customer's e-mail address. Wire name: <c>email</c>.</param>
/// <param name="author">The customer's name. Wire name: <c>author</c>.</param>
/// <param name="content">The text. Wire name: <c>content</c>.</param>
public sealed class NewReview(string reviewType, string email, string author, string content)
{
    /// <summary>Gets the type. Wire name: <c>review_type</c>.</summary>
    public string ReviewType => reviewType;

    /// <summary>Gets the customer's e-mail address. Wire name: <c>email</c>.</summary>
    public string Email => email;

    /// <summary>Gets the customer's name. Wire name: <c>author</c>.</summary>
    public string Author => author;

    /// <summary>Gets the text. Wire name: <c>content</c>.</summary>
    public string Content => content;

    /// <summary>
    /// Gets the kind of the incentive for the review: <c>coupon_or_discount</c>; null, the default, for none. Wire name: <c>incentive_type</c>.
    /// </summary>
    public string? IncentiveType { get; init; }

    /// <summary>Gets the id of the product in the shop; null, the default, for none. Wire name: <c>product.external_id</c>.</summary>
    public string? ProductExternalId { get; init; }

    /// <summary>Gets the shop of the product: <c>shopify</c> or <c>woocommerce</c>. Wire name: <c>product.integration_key</c>.</summary>
    public string? ProductIntegrationKey { get; init; }

    /// <summary>Gets the rating, 1 to 5; null, the default, for none. Wire name: <c>rating</c>.</summary>
    public int? Rating { get; init; }

    /// <summary>Gets the title; null, the default, for none. Wire name: <c>title</c>.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// Gets the answers to the shop's own questions, by the ids of the questions; null, the default, for none. Wire name: <c>custom_questions</c>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? CustomQuestions { get; init; }

    /// <summary>Gets images: addresses, or data URIs; null, the default, for none. Wire name: <c>images</c>.</summary>
    public IReadOnlyList<string>? Images { get; init; }

    /// <summary>Gets the id of the order; null, the default, for none. Wire name: <c>relationships.order</c>.</summary>
    public string? OrderId { get; init; }
}
