using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>
/// Looks for an image whose upload had no answer. Klaviyo adds a suffix to a name that exists, so the name is a beginning. An image says when it was
/// updated, not when it was created: one that is found can be an older one, and is never certain.
/// </summary>
internal static class ImageProbe
{
    /// <summary>Returns the probe of an image; null where its name does not follow from the request.</summary>
    /// <param name="set">The images.</param>
    /// <param name="name">The name; null for that of the file.</param>
    /// <param name="file">The name of the file; null where there is none.</param>
    /// <param name="since">The time before the request.</param>
    internal static Func<CancellationToken, Task<KlaviyoResolution>>? Of(KlaviyoSet<Image> set, string? name, string? file, DateTimeOffset since)
    {
        // The suffix of a file's name can stand before its extension.
        if ((name ?? Path.GetFileNameWithoutExtension(file)) is not { Length: > 0 } beginning)
            return null;
        DateTimeOffset from = CreationProbe.Earliest(since);
        return async cancellationToken => new KlaviyoResolution(
            await set.Where(image => image.Name.StartsWith(beginning) && image.UpdatedAt >= from).Select(image => image.Id).ToListAsync(cancellationToken)
                .ConfigureAwait(false)) { IsCertain = false };
    }

    /// <summary>Returns the probe of an import, whose file is the end of the address. Data in an address have no name.</summary>
    /// <inheritdoc cref="Of"/>
    internal static Func<CancellationToken, Task<KlaviyoResolution>>? OfImport(KlaviyoSet<Image> set, string? name, Uri address, DateTimeOffset since) =>
        Of(set, name, address is { IsAbsoluteUri: true, IsFile: false, Scheme: "https" or "http" } ? Path.GetFileName(address.LocalPath) : null, since);
}
