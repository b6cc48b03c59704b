using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using KlaviyoLinq.Configuration;
using KlaviyoLinq.Display;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Synchronous;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq;

/// <summary>
/// How a context reaches Klaviyo and what it takes Klaviyo to understand. Read once, when a context is made; what is changed afterwards has no effect
/// on it.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[TypeFormatterSource(typeof(DisplaySource))]
public sealed partial class KlaviyoOptions : IShown
{
    /// <summary>The account's private API key (<c>pk_…</c>). Required, except where there is a <see cref="TokenProvider"/>, and for a <see cref="KlaviyoClientContext"/>, which takes none. Sent as <c>Authorization: Klaviyo-API-Key …</c>, to <see cref="BaseAddress"/> only.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Who hands out OAuth access tokens, in the place of <see cref="ApiKey"/>, which must be empty then; null, the default, for none. Sent as
    /// <c>Authorization: Bearer …</c>, to <see cref="BaseAddress"/> only.
    /// </summary>
    [JsonIgnore]
    public IKlaviyoTokenProvider? TokenProvider { get; set; }

    /// <summary>Klaviyo's address, or that of a proxy or emulator: https, or http on this machine. Default: <c>https://a.klaviyo.com/</c>.</summary>
    public Uri BaseAddress { get; set; } = new("https://a.klaviyo.com/");

    /// <summary>Which filter language Klaviyo is taken to understand. Default: <see cref="FilterGrammar.Published"/>.</summary>
    public FilterGrammar Grammar { get; set; } = FilterGrammar.Published;

    /// <summary>
    /// A client to send with, which stays yours to dispose; null (the default) for one of the context's own. Its handler must not follow redirects,
    /// and its <c>Timeout</c> counts besides <see cref="Timeout"/>.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>A handler to send with, which stays yours to dispose; null (the default) for one of the context's own. It must not follow redirects.</summary>
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    /// <summary>The clock for timeouts and waits. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Whether the next page is asked for while the current one is worked on; holds one page more in memory. Default: false.</summary>
    public bool Prefetch { get; set; }

    /// <summary>The largest page in bytes, decompressed. Default: 64 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The time one attempt may take, from the request to the body's last byte; see <see cref="TotalTimeout"/> for all of them. Default: 100 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Where warnings go, such as that a page is asked for again or a revision will be retired; null, the default, for nowhere. Never gets the key or, as it is, filter values.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Whether exceptions, logs and traces may show the values in filters, which are often personal data. Never shows the API key. Default: false.</summary>
    public bool EnableSensitiveDataLogging { get; set; }

    /// <summary>
    /// Whether <c>foreach</c>, <c>ToList()</c>, <c>First()</c>, <c>Count()</c> and the like may run a query, which blocks a thread for each page. Meant for
    /// scripts and for code that cannot be asynchronous. Default: false, they throw <see cref="SynchronousQueryException"/>.
    /// </summary>
    public bool AllowSynchronousQueries
    {
        get;
        [RequiresUnreferencedCode(SynchronousTerminal.ByReflection)]
        [RequiresDynamicCode(SynchronousTerminal.ByReflection)]
        set;
    }

    /// <summary>Finds what is wrong with these options for a <see cref="KlaviyoContext"/>. A context does this itself.</summary>
    /// <exception cref="KlaviyoConfigurationException">An option cannot be right.</exception>
    public void Validate()
    {
        if (TokenProvider is null)
            OptionRules.CheckApiKey(nameof(ApiKey), ApiKey);
        else
            OptionRules.CheckOneCredential(nameof(TokenProvider), ApiKey);
        ValidateWithoutKey();
    }

    /// <summary>Host and revision, without the key.</summary>
    public override string ToString() => $"Klaviyo revision {Revision} at {(BaseAddress is { IsAbsoluteUri: true } address ? address.Authority : "no address")}";

    // A notebook would show every property, the key among them, and keep it in its file.
    View IShown.Show() => new(ToString());

    /// <summary>Validates the options of a context that sends no credential.</summary>
    /// <exception cref="KlaviyoConfigurationException">An option is invalid, or there is a credential.</exception>
    internal void ValidateForClient()
    {
        OptionRules.CheckNoApiKey(nameof(ApiKey), ApiKey);
        OptionRules.CheckNoTokenProvider(nameof(TokenProvider), TokenProvider);
        OptionRules.CheckNoAuthorization(nameof(HttpClient), HttpClient);
        ValidateWithoutKey();
    }

    /// <summary>Copies the options, so that later changes have no effect on a context that exists.</summary>
    internal KlaviyoOptions Copy()
    {
        KlaviyoOptions copy = (KlaviyoOptions)MemberwiseClone();
        copy.Retry = Retry.Copy();
        return copy;
    }

    private void ValidateWithoutKey()
    {
        OptionRules.CheckBaseAddress(nameof(BaseAddress), BaseAddress);
        OptionRules.CheckRevision(nameof(Revision), Revision);
        OptionRules.CheckGiven(nameof(Catalogue), Catalogue);
        OptionRules.CheckCatalogue(nameof(Catalogue), _catalogue, Revision);
        OptionRules.CheckGiven(nameof(TimeProvider), TimeProvider);
        OptionRules.CheckHandler(nameof(HttpMessageHandler), HttpMessageHandler, HttpClient);
        OptionRules.CheckMaximumResponseBytes(nameof(MaxResponseBytes), MaxResponseBytes);
        OptionRules.CheckTimeout(nameof(Timeout), Timeout);
        OptionRules.CheckPacing(nameof(Pacing), Pacing);
        OptionRules.CheckDefaultPageSize(nameof(DefaultPageSize), DefaultPageSize);
        OptionRules.CheckSlowPageThreshold(nameof(SlowPageThreshold), SlowPageThreshold);
        ValidateRetries();
    }
}
