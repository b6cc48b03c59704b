using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KlaviyoLinq.Hosting.Contexts;

/// <summary>Makes contexts of named options.</summary>
internal sealed class ContextFactory(
    IServiceProvider services, IOptionsMonitor<KlaviyoOptions> options, IEnumerable<ContextRegistration> registrations) : IKlaviyoContextFactory
{
    private readonly SortedSet<string> _names = new(registrations.Select(registration => registration.Name), StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _names;

    /// <inheritdoc/>
    public KlaviyoContext CreateContext(string name = "") => new(OptionsOf(name));

    /// <inheritdoc/>
    public TContext CreateContext<TContext>(string? name = null)
        where TContext : KlaviyoContext => Create<TContext>(services, OptionsOf(name ?? ContextNames.Of<TContext>()));

    internal static TContext Create<TContext>(IServiceProvider services, KlaviyoOptions options)
        where TContext : KlaviyoContext =>
        typeof(TContext) == typeof(KlaviyoContext) ? (TContext)new KlaviyoContext(options) : ActivatorUtilities.CreateInstance<TContext>(services, options);

    private KlaviyoOptions OptionsOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _names.Contains(name)
            ? options.Get(name)
            : throw new ArgumentException($"No Klaviyo account is named '{name}'. The names are: {string.Join(", ", _names.Select(known => $"'{known}'"))}.", nameof(name));
    }
}
