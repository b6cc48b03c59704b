using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Images come as forms, as URLs, and as data URIs.</summary>
public sealed class ImageUploadTests : WriteTests
{
    private static readonly byte[] _png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0x0D, 0x0A, 1, 2];
    private static readonly byte[] _gif = Encoding.ASCII.GetBytes("GIF89a-content");

    public static TheoryData<byte[], string> Formats => new()
    {
        { _png, "png" },
        { _gif, "gif" },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0], "jpeg" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_uploaded_image_has_the_format_of_its_first_bytes(byte[] content, string format)
    {
        Answer answer = await Upload(File(content, "logo.bin"), ("name", "Logo"), ("hidden", "true"));

        answer.Status.Should().Be(HttpStatusCode.Created, "{0}", answer.Body);
        JsonElement image = await Read($"/api/images/{Id(answer)}");
        image.GetProperty("name").GetString().Should().Be("Logo");
        image.GetProperty("format").GetString().Should().Be(format);
        image.GetProperty("size").GetInt32().Should().Be(content.Length);
        image.GetProperty("hidden").GetBoolean().Should().BeTrue();
        image.GetProperty("image_url").GetString().Should().EndWith("." + format);
    }

    [Theory]
    [InlineData("logo.gif", "logo")]
    [InlineData("folder/logo.v2.gif", "logo.v2")]
    [InlineData(null, "image")]
    public async Task Without_a_name_an_image_is_named_after_its_file(string? file, string name)
    {
        Answer answer = await Upload(File(_gif, file));

        (await Read($"/api/images/{Id(answer)}")).GetProperty("name").GetString().Should().Be(name);
    }

    [Fact]
    public async Task A_name_that_is_taken_gets_a_number_whatever_the_way_of_the_image()
    {
        await Upload(File(_gif, "a.gif"), ("name", "Logo"));
        Answer second = await Upload(File(_gif, "a.gif"), ("name", "Logo"));
        Answer third = await Import("https://example.com/a.png", "Logo");

        (await Read($"/api/images/{Id(second)}")).GetProperty("name").GetString().Should().Be("Logo-1");
        (await Read($"/api/images/{Id(third)}")).GetProperty("name").GetString().Should().Be("Logo-2");
    }

    [Fact]
    public async Task Content_that_is_no_image_or_too_large_is_refused()
    {
        byte[] large = new byte[5_000_001];
        _gif.CopyTo(large, 0);

        await IsRefused("file", File(Encoding.ASCII.GetBytes("<html>"), "logo.png"));
        await IsRefused("file", File(large, "logo.gif"));
        (await Upload(File(large[..5_000_000], "logo.gif"))).Status.Should().Be(HttpStatusCode.Created);

        Emulator.Count("image").Should().Be(1);
    }

    [Fact]
    public async Task A_field_that_is_missing_unknown_repeated_or_no_boolean_is_refused()
    {
        await IsRefused("file", null, ("name", "Logo"));
        await IsRefused("colour", File(_gif, "a.gif"), ("colour", "red"));
        await IsRefused("name", File(_gif, "a.gif"), ("name", "A"), ("name", "B"));
        await IsRefused("hidden", File(_gif, "a.gif"), ("hidden", "maybe"));
        Emulator.Count("image").Should().Be(0);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        Answer json = await Client.Send("POST", "/api/image-upload", "{}");
        Answer broken = await Client.Send("POST", "/api/image-upload", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n", "multipart/form-data");

        json.Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        broken.Status.Should().Be(HttpStatusCode.BadRequest);
        broken.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be("/data");
    }

    [Theory]
    [InlineData("https://example.com/images/logo.png?x=1", "logo", "png", 1024)]
    [InlineData("https://example.com/", "image", "jpeg", 1024)]
    [InlineData("data:image/gif;base64,R0lGODlhLWNvbnRlbnQ=", "image", "gif", 14)]
    public async Task An_image_is_imported_from_a_URL_or_a_data_URI(string source, string name, string format, int size)
    {
        JsonElement image = await Read($"/api/images/{Id(await Import(source, null))}");

        (image.GetProperty("name").GetString(), image.GetProperty("format").GetString(), image.GetProperty("size").GetInt32())
            .Should().Be((name, format, size));
    }

    [Theory]
    [InlineData("logo.png")]
    [InlineData("ftp://example.com/logo.png")]
    [InlineData("data:image/gif;base64,###")]
    [InlineData("data:image/gif,GIF89a")]
    [InlineData("data:text/html;base64,PGh0bWw+")]
    public async Task Another_source_is_refused(string source)
    {
        Answer answer = await Import(source, "Logo");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be("/data/attributes/import_from_url");
        Emulator.Count("image").Should().Be(0);
    }

    private static ByteArrayContent File(byte[] content, string? name)
    {
        ByteArrayContent part = new(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"" };
        if (name is not null)
            part.Headers.ContentDisposition.FileName = $"\"{name}\"";
        return part;
    }

    private async Task IsRefused(string field, HttpContent? file, params (string Name, string Value)[] fields)
    {
        Answer answer = await Upload(file, fields);
        answer.Status.Should().Be(HttpStatusCode.BadRequest, "{0}", answer.Body);
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be($"/data/attributes/{field}");
    }

    private async Task<Answer> Upload(HttpContent? file, params (string Name, string Value)[] fields)
    {
        using MultipartFormDataContent form = [];
        if (file is not null)
            form.Add(file);
        foreach ((string name, string value) in fields)
            form.Add(new StringContent(value), name);
        using HttpResponseMessage response = await Client.Http.PostAsync("/api/image-upload", form);
        return new Answer(response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()), new Dictionary<string, string>());
    }

    private Task<Answer> Import(string source, string? name) => Client.Send(
        "POST", "/api/images",
        $$$$"""{"data":{"type":"image","attributes":{"import_from_url":"{{{{source}}}}","name":{{{{JsonSerializer.Serialize(name)}}}}}}}""");
}
