using System.Net.Http.Headers;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Uploads images as a form. The content is read once, so that the request can be sent again after it was throttled.</summary>
internal static class ImageUpload
{
    // The limit of the service; it does not say which megabyte is meant, so the smaller one is.
    private const int MaximumBytes = 5_000_000;

    internal static async Task<Image> SendAsync(
        KlaviyoSet<Image> set, Stream content, string fileName, string? name, bool? hidden, Site site, CancellationToken cancellationToken)
    {
        byte[] bytes = await ReadAsync(content, cancellationToken).ConfigureAwait(false);
        string type = TypeOf(bytes) ?? throw new ArgumentException("The content is not an image that Klaviyo takes: JPEG, PNG or GIF.", nameof(content));
        var draft = new CommandDraft(CommandTarget.Find("POST", "/api/image-upload"), site)
        {
            Fields = Fields(fileName, name, hidden),
            Form = () => NewForm(bytes, type, fileName, name, hidden),
            Probe = ImageProbe.Of(set, name, fileName, set.Commands.Now),
        };
        return await SendAsync(set.Commands, draft, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a draft that adds an image.</summary>
    internal static async Task<Image> SendAsync(ICommandEngine engine, CommandDraft draft, CancellationToken cancellationToken) =>
        (await engine.SendAsync(draft with { NeedsAnswer = true }, cancellationToken).ConfigureAwait(false)).ReadResource<Image>();

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] part = new byte[81_920];
        for (int read; (read = await content.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            await buffer.WriteAsync(part.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            if (buffer.Length > MaximumBytes)
                throw new ArgumentException("The image is larger than 5,000,000 bytes, the most that Klaviyo takes.", nameof(content));
        }

        return buffer.ToArray();
    }

    private static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : bytes.StartsWith("GIF8"u8) ? "image/gif"
        : null;

    private static BodyObject Fields(string fileName, string? name, bool? hidden)
    {
        List<BodyMember> members = [new("file", new BodyText(fileName))];
        if (name is not null)
            members.Add(new BodyMember("name", new BodyText(name)));
        if (hidden is { } flag)
            members.Add(new BodyMember("hidden", new BodyBoolean(flag)));
        return new BodyObject(members);
    }

    private static MultipartFormDataContent NewForm(byte[] bytes, string type, string fileName, string? name, bool? hidden)
    {
        MultipartFormDataContent form = [];
        if (name is not null)
            form.Add(Field("name", new StringContent(name)));
        if (hidden is { } flag)
            form.Add(Field("hidden", new StringContent(flag ? "true" : "false")));
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = Quoted(fileName) };
        form.Add(file);
        return form;
    }

    private static HttpContent Field(string name, StringContent content)
    {
        content.Headers.ContentType = null;
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
        return content;
    }

    // RFC 7578: quotes and line breaks of the name are percent-encoded, as browsers do it, and the name is not encoded otherwise.
    private static string Quoted(string fileName)
    {
        string safe = fileName
            .Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
        return $"\"{safe}\"";
    }
}
