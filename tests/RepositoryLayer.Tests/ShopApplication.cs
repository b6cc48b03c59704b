using System.Net;
using System.Net.Http.Json;
using KlaviyoLinq.Emulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shop.Paging;

namespace Shop.Tests;

/// <summary>The sample as it runs: its own server on this machine, in front of an emulated account.</summary>
internal sealed class ShopApplication : WebApplicationFactory<Page<int>>
{
    internal const string Key = "pk_0123456789abcdef0123456789abcdef01";

    private readonly Dictionary<string, string> _settings;

    private ShopApplication(KlaviyoEmulator emulator, Dictionary<string, string> settings)
    {
        Emulator = emulator;
        _settings = settings;
    }

    internal KlaviyoEmulator Emulator { get; }

    internal RecordedEvents Events { get; } = new();

    internal HttpClient Client { get; private set; } = null!;

    internal static Task<ShopApplication> StartAsync(Action<KlaviyoEmulatorOptions>? emulator = null) => StartAsync([], emulator);

    internal static async Task<ShopApplication> StartAsync(Dictionary<string, string> settings, Action<KlaviyoEmulatorOptions>? emulator = null)
    {
        KlaviyoEmulator account = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = new DataSize { Profiles = 240, Events = 300 };
            emulator?.Invoke(options);
        });
        ShopApplication shop = new(account, new Dictionary<string, string>(settings)
        {
            ["Klaviyo:ApiKey"] = Key,
            ["Klaviyo:BaseAddress"] = account.BaseAddress.AbsoluteUri,
            ["Klaviyo:EnableRateLimiting"] = "false",
            ["Klaviyo:Retry:MaxRetries"] = "0",
        });
        shop.UseKestrel(options => options.Listen(IPAddress.Loopback, 0)); // UseKestrel(0) names the port when the server may have started already
        shop.StartServer();
        shop.Client = shop.CreateClient();
        return shop;
    }

    /// <summary>Asks for a page, which must come.</summary>
    internal async Task<ReceivedPage<T>> PageAsync<T>(string address) => (await Client.GetFromJsonAsync<ReceivedPage<T>>(address))!;

    /// <summary>Follows the checkpoints from the first page to the last.</summary>
    internal async Task<List<ReceivedPage<T>>> PagesAsync<T>(string address, Action<int>? between = null)
    {
        List<ReceivedPage<T>> pages = [await PageAsync<T>(address)];
        while (pages[^1].HasMore)
        {
            between?.Invoke(pages.Count);
            pages.Add(await PageAsync<T>($"{address}&after={Uri.EscapeDataString(pages[^1].Checkpoint)}"));
        }

        return pages;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach ((string name, string value) in _settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Events));
    }
}
