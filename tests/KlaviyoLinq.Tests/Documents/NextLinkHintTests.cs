using System.Text;
using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Tests.Documents;

public sealed class NextLinkHintTests
{
    [Theory]
    [InlineData("""{"data":[],"links":{"self":"x","next":"https://a.klaviyo.com/api/profiles?page%5Bcursor%5D=abc%3D&page[size]=1","prev":null}}""", "abc=")]
    [InlineData("""{"data":[],"links":{"next": "https:\/\/a.klaviyo.com\/api?page[cursor]=a\u0062c"}}""", "abc")]
    [InlineData("""{"data":[],"links":{"next":null}}""", null)]
    [InlineData("""{"data":[],"links":{"next":"https://a.klaviyo.com/api/profiles"}}""", null)]
    [InlineData("""{"data":[],"links":{"next":{"href":"https://a.klaviyo.com/?page[cursor]=abc"}}}""", null)]
    [InlineData("""{"data":[],"links":{"next":"https://a.klaviyo.com/?page[cursor]=abc""", null)]
    [InlineData("""{"data":[]}""", null)]
    [InlineData("", null)]
    public void A_cursor_is_found_at_the_end_of_a_document_or_not_at_all(string document, string? cursor) =>
        NextLink.Hint(Encoding.UTF8.GetBytes(document)).Should().Be(cursor);

    [Fact]
    public void A_hint_is_looked_for_at_the_end_only()
    {
        string early = """{"links":{"next":"https://a.klaviyo.com/?page[cursor]=abc"},"data":[""" + new string(' ', 100_000) + "]}";
        NextLink.Hint(Encoding.UTF8.GetBytes(early)).Should().BeNull();
        DocumentReader.Read(Encoding.UTF8.GetBytes(early)).NextCursor.Should().Be("abc");
    }
}
