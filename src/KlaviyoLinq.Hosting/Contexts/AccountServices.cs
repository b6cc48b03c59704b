using KlaviyoLinq.Hosting.Clients;
using KlaviyoLinq.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KlaviyoLinq.Hosting.Contexts;

/// <summary>The services of one account.</summary>
internal static class AccountServices
{
    internal static KlaviyoBuilder Add<TContext>(
        IServiceCollection services, string? givenName, IConfigurationSection? section, Action<KlaviyoOptions>? configure, ServiceLifetime lifetime)
        where TContext : KlaviyoContext
    {
        ArgumentNullException.ThrowIfNull(services);
        string name = givenName ?? ContextNames.Of<TContext>();
        services.AddSingleton(new ContextRegistration(name, section?.Path));
        services.TryAddSingleton<IKlaviyoContextFactory, ContextFactory>();
        AddContext<TContext>(services, name, isKeyed: !string.IsNullOrEmpty(givenName), lifetime);
        IHttpClientBuilder client = AddClient(services, name);
        return new KlaviyoBuilder(name, AddOptions(services, name, client.Name, section, configure), client);
    }

    private static void AddContext<TContext>(IServiceCollection services, string name, bool isKeyed, ServiceLifetime lifetime)
        where TContext : KlaviyoContext
    {
        services.Add(isKeyed
            ? new ServiceDescriptor(typeof(TContext), name, (provider, _) => Make(provider), lifetime)
            : new ServiceDescriptor(typeof(TContext), Make, lifetime));

        TContext Make(IServiceProvider provider) =>
            ContextFactory.Create<TContext>(provider, provider.GetRequiredService<IOptionsMonitor<KlaviyoOptions>>().Get(name));
    }

    // The factory's loggers repeat what the library logs, and an application can switch their redaction off. An application that adds them again
    // gets no headers.
    private static IHttpClientBuilder AddClient(IServiceCollection services, string name) =>
        services.AddHttpClient(name.Length == 0 ? "KlaviyoLinq" : "KlaviyoLinq:" + name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ClientHandlers.Make)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => ResilienceHandlers.RemoveFrom(handlers))
            .RemoveAllLoggers()
            .RedactLoggedHeaders(_ => true);

    private static OptionsBuilder<KlaviyoOptions> AddOptions(
        IServiceCollection services, string name, string client, IConfigurationSection? section, Action<KlaviyoOptions>? configure)
    {
        OptionsBuilder<KlaviyoOptions> options = services.AddOptions<KlaviyoOptions>(name);
        if (section is not null)
        {
            // The section of one account can lie within that of another: Klaviyo and Klaviyo:eu.
            options.Configure<IEnumerable<ContextRegistration>>((o, accounts) =>
                SettingsReader.Apply(
                    name, section, o, accounts.Select(account => account.SectionPath).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase)));
            services.AddSingleton<IOptionsChangeTokenSource<KlaviyoOptions>>(new ConfigurationChangeTokenSource<KlaviyoOptions>(name, section));
        }

        if (configure is not null)
            options.Configure(configure);
        options.PostConfigure<IHttpClientFactory, IServiceProvider>((o, clients, provider) => Complete(o, client, clients, provider));
        services.AddSingleton<IValidateOptions<KlaviyoOptions>>(new SettingsValidation(name, section?.Path));
        return options.ValidateOnStart();
    }

    // What the application set itself stays.
    private static void Complete(KlaviyoOptions options, string client, IHttpClientFactory clients, IServiceProvider provider)
    {
        if (options.HttpClient is null && options.HttpMessageHandler is null)
            options.HttpClient = clients.CreateClient(client);
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        if (options.TimeProvider == TimeProvider.System && provider.GetService<TimeProvider>() is { } time)
            options.TimeProvider = time;
    }
}
