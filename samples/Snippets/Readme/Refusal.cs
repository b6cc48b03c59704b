using KlaviyoLinq;
using KlaviyoLinq.Errors;

namespace Snippets.Readme;

internal static class Refusal
{
    [Snippet("a-refusal")]
    internal static async Task RunAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        try
        {
#line 11 "Program.cs"
            // snippet: a-refusal
            await klaviyo.Profiles.Where(p => p.FirstName == "Jane").ToListAsync();
            // end snippet
#line default
        }
        catch (UntranslatableQueryException refusal)
        {
            Console.WriteLine(refusal.Message);
        }
    }
}
