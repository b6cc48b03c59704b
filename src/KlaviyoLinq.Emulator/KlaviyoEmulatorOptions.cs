using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator;

/// <summary>Options of an emulator. Every option has a default.</summary>
public sealed class KlaviyoEmulatorOptions
{
    /// <summary>The TCP port on 127.0.0.1; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Gets or sets the seed of the random data. The same seed and sizes give the same account. The default is 1.</summary>
    public int RandomSeed { get; set; } = 1;

    /// <summary>Gets or sets the amount of data that is generated at the start.</summary>
    public DataSize Data { get; set; } = new();

    /// <summary>
    /// Indicates whether the generated data also contains values that Klaviyo has been observed to send against its own document: enumeration values
    /// and union alternatives that it does not list, numbers written as strings, and import jobs whose relationships link to <c>related</c> only. The
    /// default is false, because filters and sort keys cannot be applied to such values.
    /// </summary>
    public bool UndocumentedValues { get; set; }

    /// <summary>
    /// The private keys (or OAuth tokens) that lead to the emulator's own account: strings, or an <see cref="EmulatorKey"/> with scopes. Null, the
    /// default, lets in every key that begins with <c>pk_</c>, and every token, with full access.
    /// </summary>
    public IReadOnlyCollection<EmulatorKey>? ApiKeys { get; set; }

    /// <summary>
    /// The public id by which <c>/client</c> reaches the emulator's own account. Null, the default: every id does that is not another account's.
    /// </summary>
    public string? CompanyId { get; set; }

    /// <summary>Accounts beside the emulator's own. Empty at first.</summary>
    public IList<EmulatorAccountOptions> Accounts { get; } = [];

    /// <summary>The filter language. Default <see cref="FilterGrammar.Published"/>.</summary>
    public FilterGrammar Grammar { get; set; } = FilterGrammar.Published;

    /// <summary>Gets or sets the rules that are enforced. The default is <see cref="Strictness.Documented"/>.</summary>
    public Strictness Strictness { get; set; } = Strictness.Documented;

    /// <summary>The API that is emulated. Default: the newest revision this version knows.</summary>
    public KlaviyoCatalogue Catalogue { get; set; } = KlaviyoCatalogue.Newest;

    /// <summary>
    /// The values that the <c>revision</c> header may have. Null, the default, means the catalogue's revision alone. A published revision two years old (by
    /// <see cref="TimeProvider"/>) is retired: it falls forward to the oldest of these that is not, or is a 410 where the request says
    /// <c>X-Klaviyo-Revision-Fall-Forward-Opt-Out: 1</c>. The newest of these never retires.
    /// </summary>
    public IReadOnlyCollection<string>? KnownRevisions { get; set; }

    /// <summary>
    /// Rate limits by which requests are counted and rejected with 429. Null, the default: requests are not counted, every one is answered, and the
    /// <c>RateLimit-*</c> headers look as after a first request.
    /// </summary>
    public RateLimitSettings? RateLimits { get; set; }

    /// <summary>Gets or sets the delay of every answer. The default is none.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// Gets or sets the time between the acceptance of asynchronous work (jobs, and whatever else is answered with 202) and its end, on the clock of
    /// <see cref="TimeProvider"/>. A job is queued during the first half and processing during the second. The default is zero: the next request finds
    /// the work done.
    /// </summary>
    public TimeSpan ProcessingTime { get; set; }

    /// <summary>Gets or sets a value that indicates whether answers are compressed (br, gzip) for clients that accept it. The default is false.</summary>
    public bool Compression { get; set; }

    /// <summary>The form of <c>links</c> in documents. Default <see cref="LinkForm.Live"/>.</summary>
    public LinkForm Links { get; set; }

    /// <summary>
    /// Maximum number of pages along one chain of cursors; a deeper one is answered with Cloudflare's challenge, a 403 with a page of HTML. Klaviyo has
    /// been observed to do so after about 1,850 pages of profiles. Null, the default, for no maximum.
    /// </summary>
    public int? MaxPageDepth { get; set; }

    /// <summary>Gets or sets the place of resources without a value of the sort key. The default is <see cref="NullPlacement.Largest"/>.</summary>
    public NullPlacement NullPlacement { get; set; }

    /// <summary>The clock of latencies and rate limits, and of the day on which revisions retire. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets the number of the latest requests that <see cref="KlaviyoEmulator.Requests"/> keeps. The default is 10,000.</summary>
    public int RequestLogCapacity { get; set; } = 10_000;

    /// <summary>
    /// Opens the storage that keeps the accounts; null, the default, to keep them in memory only. The package KlaviyoLinq.Emulator.Sqlite sets it.
    /// </summary>
    internal Func<IAccountStorage>? OpenStorage { get; set; }
}
