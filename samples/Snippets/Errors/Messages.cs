using KlaviyoLinq;
using KlaviyoLinq.Errors;

namespace Snippets.Errors;

internal static class Messages
{
    [Snippet("a-missing-resource")]
    internal static async Task MissingAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        try
        {
            // snippet: a-missing-resource
            var none = await klaviyo.Lists.FindAsync("NoSuch");      // null
            var list = await klaviyo.Lists["NoSuch"].GetAsync();     // KlaviyoNotFoundException
            // end snippet
            throw new InvalidOperationException($"{none} {list}");
        }
        catch (KlaviyoNotFoundException missing)
        {
            Console.WriteLine(missing.Message);
        }
    }

    [Snippet("all-findings")]
    internal static async Task FindingsAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        await Task.CompletedTask;
        // snippet: all-findings
        try
        {
            klaviyo.Profiles.Where(p => p.FirstName == "Jane").OrderBy(p => p.LastName).ToRequestUri();
        }
        catch (UntranslatableQueryException refusal)
        {
            foreach (var finding in refusal.Findings)
                Console.WriteLine($"{finding.Code}: {finding.Site.Text}");
        }
        // end snippet
    }
}
