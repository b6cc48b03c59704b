// snippet: your-own-resource
using KlaviyoLinq;
using KlaviyoLinq.Model;
// end snippet

namespace Snippets.Readme;

internal static class AddingChapters
{
    [Snippet("your-own-resource")]
    internal static async Task RunAsync(Stage stage)
    {
        await Task.CompletedTask;
        // snippet: your-own-resource
        await using var klaviyo = new KlaviyoContext(new KlaviyoOptions { ApiKey = "pk_your_private_key" }.Map<Chapter>());

        var chapters = klaviyo.Set<Chapter>().Where(c => c.Title == "Intro").OrderBy(c => c.Title);
        Console.WriteLine(chapters.ToRequestUri());
        // end snippet
    }
}
