using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Images;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>
/// Images by URL. Nothing is downloaded: the format is that of the file's extension, and the size is made up. A data URI brings its content with it.
/// </summary>
internal sealed class ImageKind : ResourceKind
{
    private const string Source = "import_from_url";
    private const string DataScheme = "data:";
    private const int UnknownSize = 1024;

    internal override ApiError? CheckCreation(WriteCall call, BodyResource body)
    {
        string source = body.Text(Source) ?? "";
        string? fault = source.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase)
            ? ContentOf(source) is { } content ? ImageContent.FaultOf(content) : "The data URI is not encoded in base 64."
            : Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
                ? null
                : "Not a valid URL.";
        return fault is null ? null : BodyFault.At("/data/attributes/" + Source, fault);
    }

    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        string source = body.Text(Source)!;
        byte[]? content = ContentOf(source);
        string? file = content is null ? Path.GetFileName(new Uri(source).AbsolutePath) : null;
        string format = content is not null ? ImageContent.FormatOf(content)!
            : Path.GetExtension(file)!.TrimStart('.').ToLowerInvariant() is var extension and ("png" or "gif") ? extension
            : "jpeg";
        edit.Set("name", ImageNames.Free(call.Store, body.Text("name") ?? ImageNames.OfFile(file)));
        ImageContent.Set(edit, format, content?.Length ?? UnknownSize, call.Ids.Next("image"));
        if (edit.Attributes["hidden"] is null)
            edit.Set("hidden", false);
    }

    /// <summary>The live API replaces all that can be changed: an absent name is nulled, which reads as an empty one.</summary>
    internal override void Apply(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        if (call.LiveRules && call.Id is not null)
        {
            edit.Set("name", "");
            edit.Set("hidden", false);
        }
        base.Apply(call, body, edit);
    }

    /// <summary>The content of a data URI; null for another URL, and for one that is not encoded in base 64.</summary>
    private static byte[]? ContentOf(string source)
    {
        int comma = source.IndexOf(',');
        if (!source.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase) || comma < 0
            || !source[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
            return null;
        string text = source[(comma + 1)..];
        byte[] content = new byte[text.Length];
        return Convert.TryFromBase64String(text, content, out int length) ? content[..length] : null;
    }
}
