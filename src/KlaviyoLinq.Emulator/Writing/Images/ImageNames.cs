using System.Globalization;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Images;

/// <summary>Names of new images.</summary>
internal static class ImageNames
{
    /// <summary>The name of a new image: with a number if another image has the name already.</summary>
    internal static string Free(ResourceStore store, string name)
    {
        string free = name;
        for (int number = 1; store.FindBy("image", "name", free) is not null; number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return free;
    }

    /// <summary>The name that a file gives an image: without folder and extension.</summary>
    internal static string OfFile(string? file) =>
        Path.GetFileNameWithoutExtension(file?.Split('/', '\\')[^1]) is { Length: > 0 } name ? name : "image";
}
