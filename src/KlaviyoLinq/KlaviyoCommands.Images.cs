using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <content>New images.</content>
public static partial class KlaviyoCommands
{
    /// <summary>Adds the image at an address, which Klaviyo fetches.</summary>
    /// <param name="set">The set.</param>
    /// <param name="address">The address, or a data URI.</param>
    /// <param name="name">The name; null for the one that Klaviyo chooses.</param>
    /// <param name="hidden">Whether the image library hides it; null for no.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The image.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request could add a second image.</exception>
    [Operations("upload_image_from_url")]
    public static Task<Image> ImportAsync(
        this KlaviyoSet<Image> set,
        Uri address,
        string? name = null,
        bool? hidden = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(address))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(address);
        Site site = CommandSite.Of("ImportAsync", callerArgument, callerFilePath, callerLineNumber);
        CommandDraft draft = CommandTarget.Post("/api/images", site, json => json.Resource("image", attributes: () =>
        {
            json.Text("name", name);
            json.Text("import_from_url", address.OriginalString);
            json.Flag("hidden", hidden);
        })) with { Probe = ImageProbe.OfImport(set, name, address, set.Commands.Now) };
        return ImageUpload.SendAsync(set.Commands, draft, cancellationToken);
    }

    /// <summary>Uploads an image: JPEG, PNG or GIF, at most 5 MB. The stream is read to its end and not closed.</summary>
    /// <param name="set">The set.</param>
    /// <param name="content">The content.</param>
    /// <param name="fileName">The name of the file: <c>logo.png</c>.</param>
    /// <param name="name">The name of the image; null for that of the file.</param>
    /// <param name="hidden">Whether the image library hides it; null for no.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The image.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request could add a second image.</exception>
    /// <exception cref="ArgumentException">The content is too large, or not such an image.</exception>
    [Operations("upload_image_from_file")]
    public static Task<Image> UploadAsync(
        this KlaviyoSet<Image> set,
        Stream content,
        string fileName,
        string? name = null,
        bool? hidden = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(fileName))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        Site site = CommandSite.Of("UploadAsync", callerArgument, callerFilePath, callerLineNumber);
        return ImageUpload.SendAsync(set, content, fileName, name, hidden, site, cancellationToken);
    }
}
