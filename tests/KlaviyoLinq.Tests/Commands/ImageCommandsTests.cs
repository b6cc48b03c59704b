using System.Text;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Commands;

public sealed class ImageCommandsTests : CommandTests
{
    [Fact]
    public async Task An_image_is_imported_from_an_address()
    {
        Image image = await Klaviyo.Images.ImportAsync(new Uri("https://example.com/logo.png"), "Logo");

        Wire.Last.Should().BeEquivalentTo(new { Method = "POST", Uri = "/api/images" });
        LastBodyIs("""{"data":{"type":"image","attributes":{"name":"Logo","import_from_url":"https://example.com/logo.png"}}}""");
        (await Klaviyo.Images[image.Id].GetAsync()).Name.Should().Be("Logo");
    }

    [Fact]
    public async Task An_image_is_uploaded_as_a_form_with_a_quoted_file_name_also_after_it_was_throttled()
    {
        using var content = new MemoryStream(Encoding.ASCII.GetBytes("GIF89a-content"));
        int attempts = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => attempts++ == 0
            ? context.Response.WriteDocumentAsync(Answers.Error(429, "throttled", "Throttled", "Wait"), 429)
            : context.Response.WriteDocumentAsync("""{"data":{"type":"image","id":"7","attributes":{"name":"Logo"}}}""", 201));
        using KlaviyoContext klaviyo = NewContext(options => options.BaseAddress = server.Address);

        Image image = await klaviyo.Images.UploadAsync(content, "my \"logo\".gif", name: "Logo", hidden: true);

        Wire.Last.Should().BeEquivalentTo(new { Method = "POST", Uri = "/api/image-upload" });
        Wire.Last.Body.Should().Contain("form-data; name=\"file\"; filename=\"my %22logo%22.gif\"").And.Contain("GIF89a-content")
            .And.Contain("form-data; name=\"name\"").And.Contain("form-data; name=\"hidden\"").And.Contain("image/gif");
        image.Should().BeEquivalentTo(new { Id = "7", Name = "Logo" });
        Wire.Sent.Should().HaveCount(2);
        Wire.Sent[0].Body.Should().Contain("GIF89a-content");
    }

    [Fact]
    public async Task Content_that_is_not_an_image_is_refused()
    {
        using var content = new MemoryStream(Encoding.ASCII.GetBytes("<html>"));

        Func<Task> upload = () => Klaviyo.Images.UploadAsync(content, "logo.png");

        await upload.Should().ThrowAsync<ArgumentException>();
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task An_image_that_is_too_large_is_refused()
    {
        byte[] bytes = new byte[5_000_001];
        "GIF89a"u8.CopyTo(bytes);
        using var content = new MemoryStream(bytes);

        Func<Task> upload = () => Klaviyo.Images.UploadAsync(content, "logo.gif");

        await upload.Should().ThrowAsync<ArgumentException>().WithMessage("*5,000,000*");
        Wire.Sent.Should().BeEmpty();
    }
}
