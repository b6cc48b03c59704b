namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Images by URL. Nothing is downloaded: format and size are made up.</summary>
internal sealed class ImageKind : ResourceKind
{
    internal override void Complete(WriteCall call, BodyResource body, ResourceEdit edit)
    {
        string? source = body.Text("import_from_url");
        string file = source is not null && Uri.TryCreate(source, UriKind.Absolute, out Uri? address) ? Path.GetFileName(address.AbsolutePath) : "image";
        string extension = Path.GetExtension(file).TrimStart('.').ToLowerInvariant();
        string format = extension is "png" or "gif" ? extension : "jpeg";
        if (body.Text("name") is null)
            edit.Set("name", Path.GetFileNameWithoutExtension(file) is { Length: > 0 } name ? name : "image");
        edit.Set("format", format);
        edit.Set("size", 1024);
        edit.Set("image_url", $"https://d3k81ch9hvuctc.cloudfront.net/company/EMUL8R/images/{call.Ids.Next("image")}.{format}");
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
}
