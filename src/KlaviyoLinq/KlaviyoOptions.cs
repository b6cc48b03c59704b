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
/// Options of a context. They are copied when the context is made; later changes have no effect on it.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[TypeFormatterSource(typeof(DisplaySource))]
public sealed partial class KlaviyoOptions : IShown
{
    /// <summary>
    /// Gets or sets the account's private API key (<c>pk_…</c>). Required, except with a <see cref="TokenProvider"/>, and for a
    /// <see cref="KlaviyoClientContext"/>, which takes none. Sent as <c>Authorization: Klaviyo-API-Key …</c>, to <see cref="BaseAddress"/> only.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Gets or sets the provider of OAuth access tokens, instead of <see cref="ApiKey"/>, which must then be empty. The default is null. Sent as
    /// <c>Authorization: Bearer …</c>, to <see cref="BaseAddress"/> only.
    /// </summary>
    [JsonIgnore]
    public IKlaviyoTokenProvider? TokenProvider { get; set; }

    /// <summary>
    /// Gets or sets the address of Klaviyo, a proxy or an emulator: https, or http for localhost. The default is <c>https://a.klaviyo.com/</c>.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://a.klaviyo.com/");

    /// <summary>Gets or sets the filter language that queries are written in. The default is <see cref="FilterGrammar.Published"/>.</summary>
    public FilterGrammar Grammar { get; set; } = FilterGrammar.Published;

    /// <summary>
    /// Gets or sets the client that sends requests. The context does not dispose it. The default is null, for a client of the context's own. Its
    /// handler must not follow redirects, and its <c>Timeout</c> applies in addition to <see cref="Timeout"/>.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Gets or sets the handler that sends requests. The context does not dispose it. The default is null, for a handler of the context's own. It
    /// must not follow redirects.
    /// </summary>
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    /// <summary>Gets or sets the clock of timeouts and waits. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets whether the next page is requested while the current one is consumed, which takes the memory of one more page. The default is
    /// false.
    /// </summary>
    public bool Prefetch { get; set; }

    /// <summary>Gets or sets the maximum size of a page in bytes, decompressed. The default is 64 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the timeout of one attempt, from the request to the body's last byte; see <see cref="TotalTimeout"/> for all attempts. The
    /// default is 100 seconds.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the factory of the log, for warnings such as retries and the retirement of a revision. The default is null, for no log. Log
    /// entries contain neither the key nor, by default, filter values.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Gets or sets whether exceptions, logs and traces may contain the values in filters and in the bodies of commands, which are often personal data.
    /// They never contain the API key. The default is false.
    /// </summary>
    public bool EnableSensitiveDataLogging { get; set; }

    /// <summary>
    /// Gets or sets whether <c>foreach</c>, <c>ToList()</c>, <c>First()</c>, <c>Count()</c> and the like may run a query, which blocks a thread for
    /// each page. Intended for scripts and for code that cannot be asynchronous. The default is false: they throw
    /// <see cref="SynchronousQueryException"/>.
    /// </summary>
    public bool AllowSynchronousQueries
    {
        get;
        [RequiresUnreferencedCode(SynchronousTerminal.ByReflection)]
        [RequiresDynamicCode(SynchronousTerminal.ByReflection)]
        set;
    }

    /// <summary>Validates the options for a <see cref="KlaviyoContext"/>, as its constructor does.</summary>
    /// <exception cref="KlaviyoConfigurationException">An option is invalid.</exception>
    public void Validate()
    {
        if (TokenProvider is null)
            OptionRules.CheckApiKey(nameof(ApiKey), ApiKey);
        else
            OptionRules.CheckOneCredential(nameof(TokenProvider), ApiKey);
        ValidateWithoutKey();
    }

    /// <summary>Returns host and revision, without the key.</summary>
    public override string ToString() => $"Klaviyo revision {Revision} at {(BaseAddress is { IsAbsoluteUri: true } address ? address.Authority : "no address")}";

    // Without this, a notebook would show every property, including the key, and save it in its file.
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
        copy.Writes = Writes.Copy();
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
        WriteOptionRules.Check(nameof(Writes), Writes);
    }
}
