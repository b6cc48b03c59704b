using KlaviyoLinq;

namespace Snippets.Readme;

internal static class UncheckedFields
{
    [Snippet("unchecked")]
    internal static async Task RunAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        await Task.CompletedTask;
        // snippet: unchecked
        string[] tags = ["vip", "it's \"quoted\""];

        var byField = klaviyo.Profiles.Where(p => Klaviyo.Field<string>(p, "loyalty_tier") == "gold");
        var byFragment = klaviyo.Profiles.WhereUnchecked($"contains-any(tags,{tags})");   // values are escaped

        Console.WriteLine(byField.Explain());
        Console.WriteLine(byFragment.Explain());
        // end snippet
    }
}
