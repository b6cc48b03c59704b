using KlaviyoLinq.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>Hosts as applications build them, with nothing of this machine in their configuration.</summary>
internal static class Applications
{
    internal const string Key = "pk_0123456789abcdef0123456789abcdef01";

    internal static IHost Build(
        Action<IServiceCollection, IConfiguration> add, IEnumerable<KeyValuePair<string, string?>>? settings = null, RecordedLogs? logs = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        if (logs is not null)
            builder.Logging.AddProvider(logs);
        add(builder.Services, builder.Configuration);
        return builder.Build();
    }

    internal static IHost Build(Action<IServiceCollection> add, RecordedLogs? logs = null) => Build((services, _) => add(services), null, logs);

    /// <summary>Lets an account's options point to an emulator, with one attempt at each page.</summary>
    internal static void PointTo(this KlaviyoOptions options, KlaviyoEmulator emulator, string key = Key)
    {
        options.ApiKey = key;
        options.BaseAddress = emulator.BaseAddress;
        options.EnableRateLimiting = false;
        options.Retry.MaxRetries = 0;
    }

    internal static Task<KlaviyoEmulator> EmulatorAsync(int profiles = 3, params EmulatorKey[] keys) => KlaviyoEmulator.StartAsync(options =>
    {
        options.Data.Profiles = profiles;
        options.ApiKeys = keys.Length == 0 ? null : keys;
    });
}
