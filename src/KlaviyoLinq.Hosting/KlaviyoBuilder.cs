using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KlaviyoLinq.Hosting;

/// <summary>Result of <c>AddKlaviyo</c>, for configuring the added account further.</summary>
public sealed class KlaviyoBuilder
{
    internal KlaviyoBuilder(string name, OptionsBuilder<KlaviyoOptions> options, IHttpClientBuilder httpClient) =>
        (Name, Options, HttpClient) = (name, options, httpClient);

    /// <summary>The name of the account; empty for none.</summary>
    public string Name { get; }

    /// <summary>The services that the account was added to.</summary>
    public IServiceCollection Services => Options.Services;

    /// <summary>The account's options, for settings that need other services: <c>builder.Options.Configure&lt;IClock&gt;((o, clock) => …)</c>.</summary>
    public OptionsBuilder<KlaviyoOptions> Options { get; }

    /// <summary>
    /// The named HTTP client of the requests, for adding your own handlers. It must not retry (the library does, within Klaviyo's limits) or follow redirects
    /// (the secret would be sent along).
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>Signs requests with OAuth access tokens of a provider instead of an API key. All contexts of the account share one provider.</summary>
    /// <typeparam name="TProvider">The provider. It is created once, with services for its constructor.</typeparam>
    public KlaviyoBuilder UseTokenProvider<TProvider>()
        where TProvider : class, IKlaviyoTokenProvider
    {
        Services.AddKeyedSingleton<IKlaviyoTokenProvider, TProvider>(Name);
        return TakeProvider();
    }

    /// <summary>Signs requests with OAuth access tokens of a provider, one object for all contexts of the account, in the place of an API key.</summary>
    /// <param name="provider">Creates the provider; called once.</param>
    /// <exception cref="ArgumentNullException">The function is null.</exception>
    public KlaviyoBuilder UseTokenProvider(Func<IServiceProvider, IKlaviyoTokenProvider> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        Services.AddKeyedSingleton(Name, (services, _) => provider(services));
        return TakeProvider();
    }

    private KlaviyoBuilder TakeProvider()
    {
        Options.Configure<IServiceProvider>((options, services) => options.TokenProvider = services.GetRequiredKeyedService<IKlaviyoTokenProvider>(Name));
        return this;
    }
}
