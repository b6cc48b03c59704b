using KlaviyoLinq;
using KlaviyoLinq.Model;

namespace Snippets.Readme;

internal static class FromEfCore
{
    [Snippet("from-ef-composing")]
    internal static async Task RunAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        string? email = "jane@example.com";
        DateTimeOffset? since = null;
        // snippet: from-ef-composing
        IKlaviyoQueryable<Profile> query = klaviyo.Profiles;
        if (since is { } moment)
            query = query.Where(p => p.Created > moment);
        if (email is not null)
            query = query.Where(p => p.Email == email);

        List<Profile> found = await query.OrderByDescending(p => p.Created).ToListAsync();
        // end snippet
        Console.WriteLine(found.Count);
    }
}
