using System.Text.Json;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Writes reviews.</summary>
internal static class ReviewBody
{
    internal static void Write(Utf8JsonWriter json, NewReview review) => json.Resource(
        "review",
        attributes: () => WriteAttributes(json, review),
        relationships: review.OrderId is not { } order ? null : () => json.Link("order", "order", order));

    private static void WriteAttributes(Utf8JsonWriter json, NewReview review)
    {
        json.Text("review_type", review.ReviewType);
        json.Text("email", review.Email);
        json.Text("author", review.Author);
        json.Text("content", review.Content);
        json.Text("incentive_type", review.IncentiveType);
        if (review.ProductExternalId is not null || review.ProductIntegrationKey is not null)
            json.Object("product", () =>
            {
                json.Text("external_id", review.ProductExternalId);
                json.Text("integration_key", review.ProductIntegrationKey);
            });
        if (review.Rating is { } rating)
            json.WriteNumber("rating"u8, rating);
        json.Text("title", review.Title);
        if (review.CustomQuestions is { } questions)
            WriteQuestions(json, questions);
        json.Texts("images", review.Images);
    }

    private static void WriteQuestions(Utf8JsonWriter json, IReadOnlyDictionary<string, IReadOnlyList<string>> questions)
    {
        json.WriteStartArray("custom_questions"u8);
        foreach ((string id, IReadOnlyList<string> answers) in questions)
        {
            json.WriteStartObject();
            json.Text("id", id);
            json.Texts("answers", answers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
