using KlaviyoLinq;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Snippets.Readme;

namespace Snippets.Hosting;

internal static class AddingShopContext
{
    [Snippet("a-context-class", "query-filters")]
    internal static async Task RunAsync(Stage stage)
    {
        WebApplicationBuilder builder = Applications.Begin(stage);
        builder.Services.AddScoped<ITenant, SummerTenant>();
        // snippet: a-context-class
        builder.Services.AddKlaviyo<ShopContext>(builder.Configuration, o => o.Map<Chapter>(), contextLifetime: ServiceLifetime.Scoped);
        // end snippet
        await using WebApplication app = builder.Build();
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        ShopContext shop = scope.ServiceProvider.GetRequiredService<ShopContext>();
        // snippet: query-filters
        Console.WriteLine(await shop.Profiles.CountAsync());
        Console.WriteLine(await shop.Profiles.IgnoreQueryFilters(["recent"]).CountAsync());
        // end snippet
    }
}
