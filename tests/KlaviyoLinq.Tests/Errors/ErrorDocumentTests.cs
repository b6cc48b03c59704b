using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Tests.Errors;

public sealed class ErrorDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{\"errors\":[{\"ti")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("{\"errors\":[]}")]
    public void A_body_that_is_not_an_error_document_has_no_errors(string body) => Read(body).Should().BeEmpty();

    [Theory]
    [InlineData("{\"detail\":\"Not allowed.\"}", "Not allowed.")]
    [InlineData("{\"status\":400,\"message\":\"The API key specified is invalid.\"}", "The API key specified is invalid.")]
    [InlineData("{\"errors\":{\"title\":\"One\"}}", "One")]
    [InlineData("{\"errors\":[\"text\"]}", "(no text)")]
    [InlineData("{\"errors\":[{\"title\":\"A \\ud83d\"}]}", "A \uFFFD")]
    public void A_sentence_is_found_where_there_is_one(string body, string text) => Read(body).Single().ToString().Should().Be(text);

    [Theory]
    [InlineData("400", 400)]
    [InlineData("\"422\"", 422)]
    [InlineData("\"bad\"", null)]
    [InlineData("1e300", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void A_status_may_be_a_number_or_a_text(string status, int? read) =>
        Read($$"""{"errors":[{"status":{{status}} }]}""").Single().Status.Should().Be(read);

    [Fact]
    public void Members_of_the_wrong_kind_are_passed_over()
    {
        KlaviyoError error = Read("""{"errors":[{"id":[1],"code":7,"title":{},"detail":true,"source":"filter"}]}""").Single();

        (error.Id, error.Code, error.Title, error.Detail, error.SourceParameter).Should().Be((null, "7", null, "true", null));
    }

    private static IReadOnlyList<KlaviyoError> Read(string body) => ErrorDocument.Read(Encoding.UTF8.GetBytes(body));
}
