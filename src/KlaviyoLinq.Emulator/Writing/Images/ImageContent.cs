namespace KlaviyoLinq.Emulator.Writing.Images;

/// <summary>Content of images: the largest size, and the format by the first bytes.</summary>
internal static class ImageContent
{
    /// <summary>The largest image in bytes: 5 MB.</summary>
    internal const int MaximumBytes = 5_000_000;

    /// <summary>Finds the format; null for content that is not an image of a supported format.</summary>
    internal static string? FormatOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpeg"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "png"
        : content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8) ? "gif"
        : null;

    /// <summary>Sets the attributes of a new image that follow from its content.</summary>
    /// <param name="edit">The image.</param>
    /// <param name="format">The format.</param>
    /// <param name="size">The size in bytes.</param>
    /// <param name="file">The name of the file in the address.</param>
    internal static void Set(ResourceEdit edit, string format, int size, string file)
    {
        edit.Set("format", format);
        edit.Set("size", size);
        edit.Set("image_url", $"https://d3k81ch9hvuctc.cloudfront.net/company/EMUL8R/images/{file}.{format}");
    }

    /// <summary>Finds the fault of content; null for none.</summary>
    internal static string? FaultOf(ReadOnlySpan<byte> content) =>
        content.Length > MaximumBytes ? "The image has more than 5 MB."
        : FormatOf(content) is null ? "The content is not an image of a supported format. Formats: jpeg, png, gif."
        : null;
}
