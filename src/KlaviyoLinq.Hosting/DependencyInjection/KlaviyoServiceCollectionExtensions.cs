using KlaviyoLinq;
using KlaviyoLinq.Hosting;
using KlaviyoLinq.Hosting.Contexts;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds Klaviyo accounts to an application. Contexts are singletons by default: they are thread-safe and meant to be reused. Invalid options stop the host
/// when it starts.
/// </summary>
public static class KlaviyoServiceCollectionExtensions
{
    private const string DefaultSection = "Klaviyo";

    /// <summary>Adds an account, and registers its <see cref="KlaviyoContext"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    public static KlaviyoBuilder AddKlaviyo(this IServiceCollection services, Action<KlaviyoOptions> configure) =>
        AccountServices.Add<KlaviyoContext>(services, "", null, Required(configure), ServiceLifetime.Singleton);

    /// <summary>Adds an account with the settings of a section, and registers its <see cref="KlaviyoContext"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section that holds <c>ApiKey</c> and other options by their names; or the whole configuration, of which the
    /// section <c>Klaviyo</c> is taken.</param>
    /// <param name="configure">Sets options after the configuration has.</param>
    public static KlaviyoBuilder AddKlaviyo(this IServiceCollection services, IConfiguration configuration, Action<KlaviyoOptions>? configure = null) =>
        AccountServices.Add<KlaviyoContext>(services, "", SectionOf(configuration), configure, ServiceLifetime.Singleton);

    /// <summary>
    /// Adds one of several accounts, and registers its context by name: <c>[FromKeyedServices("eu")] KlaviyoContext</c>. <see cref="IKlaviyoContextFactory"/>
    /// creates further contexts.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the account in this application.</param>
    /// <param name="configure">Sets the options.</param>
    public static KlaviyoBuilder AddKlaviyo(this IServiceCollection services, string name, Action<KlaviyoOptions> configure) =>
        AccountServices.Add<KlaviyoContext>(services, Required(name), null, Required(configure), ServiceLifetime.Singleton);

    /// <summary>Adds one of several accounts with the settings of a section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the account in this application.</param>
    /// <param name="configuration">The account's section; or the whole configuration, of which <c>Klaviyo:name</c> is taken.</param>
    /// <param name="configure">Sets options after the configuration has.</param>
    public static KlaviyoBuilder AddKlaviyo(
        this IServiceCollection services, string name, IConfiguration configuration, Action<KlaviyoOptions>? configure = null) =>
        AccountServices.Add<KlaviyoContext>(services, Required(name), SectionOf(configuration, name), configure, ServiceLifetime.Singleton);

    /// <summary>Adds an account with your own context class, and registers <typeparamref name="TContext"/>.</summary>
    /// <typeparam name="TContext">The class. Its constructor takes a <see cref="KlaviyoOptions"/>, and whatever else the services hold.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="name">The name of the account, under which the context is keyed; null, the default, for a context without a key and options of
    /// its own.</param>
    /// <param name="contextLifetime">The lifetime of a context. Use scoped for classes whose query filters depend on the current request. The default is
    /// singleton.</param>
    public static KlaviyoBuilder AddKlaviyo<TContext>(
        this IServiceCollection services, Action<KlaviyoOptions> configure, string? name = null, ServiceLifetime contextLifetime = ServiceLifetime.Singleton)
        where TContext : KlaviyoContext =>
        AccountServices.Add<TContext>(services, name, null, Required(configure), contextLifetime);

    /// <summary>Adds an account with the settings of a section and your own context class.</summary>
    /// <typeparam name="TContext">The class. Its constructor takes a <see cref="KlaviyoOptions"/>, and whatever else the services hold.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The account's section; or the whole configuration, of which <c>Klaviyo</c>, or <c>Klaviyo:name</c>, is taken.</param>
    /// <param name="configure">Sets options after the configuration has.</param>
    /// <param name="name">The name of the account, under which the context is keyed; null, the default, for a context without a key and options of
    /// its own.</param>
    /// <param name="contextLifetime">The lifetime of a context. The default is singleton.</param>
    public static KlaviyoBuilder AddKlaviyo<TContext>(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<KlaviyoOptions>? configure = null,
        string? name = null,
        ServiceLifetime contextLifetime = ServiceLifetime.Singleton)
        where TContext : KlaviyoContext =>
        AccountServices.Add<TContext>(services, name, SectionOf(configuration, name), configure, contextLifetime);

    private static IConfigurationSection SectionOf(IConfiguration configuration, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration as IConfigurationSection ?? configuration.GetSection(string.IsNullOrEmpty(name) ? DefaultSection : $"{DefaultSection}:{name}");
    }

    private static T Required<T>(T value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }
}
