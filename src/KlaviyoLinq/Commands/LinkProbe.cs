using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Commands;

/// <summary>Looks for a link whose answer was lost.</summary>
internal static class LinkProbe
{
    /// <summary>
    /// Returns the probe of a link between schemas, whose id is the related schema's with the link's name. A link does not say when it was made: one that is
    /// found can be an older one.
    /// </summary>
    /// <param name="related">Reads the ids of the links.</param>
    /// <param name="id">The related schema.</param>
    /// <param name="name">The name of the link.</param>
    internal static Func<CancellationToken, Task<KlaviyoResolution>> Of(Func<CancellationToken, Task<List<string>>> related, string id, string name) =>
        async cancellationToken =>
        {
            string link = $"{id}:::{name}";
            List<string> found = await related(cancellationToken).ConfigureAwait(false);

            // An answer that names the schema alone does not say which link it is.
            return new KlaviyoResolution([.. found.Where(one => one == link || one == id)]) { IsCertain = false };
        };
}
