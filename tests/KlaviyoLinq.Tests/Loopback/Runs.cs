using KlaviyoLinq.Assembling;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Security;

namespace KlaviyoLinq.Tests.Loopback;

/// <summary>Runs requests against the servers of the tests.</summary>
internal static class Runs
{
    internal const string Key = "pk_0123456789abcdef0123456789abcdef01";

    internal static ReadFacts Profiles { get; } = KlaviyoCatalogue.Newest.FindRead("/api/profiles")!;

    /// <summary>Options for tests of one attempt: what fails is not tried again.</summary>
    internal static KlaviyoOptions Options(Uri address) =>
        new() { ApiKey = Key, BaseAddress = address, EnableRateLimiting = false, LoggerFactory = KeyWatch.Loggers, Retry = { MaxRetries = 0 } };

    /// <summary>Options for tests of several attempts, which follow each other without a wait unless the server requests one.</summary>
    internal static KlaviyoOptions Retrying(Uri address) =>
        new() { ApiKey = Key, BaseAddress = address, EnableRateLimiting = false, LoggerFactory = KeyWatch.Loggers, Retry = { BaseDelay = TimeSpan.Zero } };

    /// <summary>The engine of a context with these options.</summary>
    internal static LazyExecutor ToExecutor(this KlaviyoOptions options) => ContextAssembler.ForAccount(options);

    internal static IAsyncEnumerable<ResourcePage> Pages(this KlaviyoExecutor executor, string uri = "/api/profiles", long? maximumItems = null) =>
        executor.StreamPages(new PageRequest(Profiles, uri) { MaximumItems = maximumItems }, CancellationToken.None);

    /// <summary>The ids of all resources of a run.</summary>
    internal static async Task<List<string>> IdsAsync(KlaviyoOptions options, string uri = "/api/profiles", long? maximumItems = null)
    {
        var ids = new List<string>();
        await ReadAsync(options, ids, uri, maximumItems);
        return ids;
    }

    /// <summary>The resources of the first page of a run.</summary>
    internal static async Task<IReadOnlyList<KlaviyoResource>> FirstPageAsync(KlaviyoOptions options)
    {
        using KlaviyoExecutor executor = options.ToExecutor().Value;
        return (await executor.Pages().FirstAsync()).Resources;
    }

    /// <summary>Runs a request that must fail, and makes sure that the failure does not hold the key.</summary>
    /// <param name="read">Takes the ids that were read before the failure.</param>
    internal static async Task<T> FailureAsync<T>(KlaviyoOptions options, string uri = "/api/profiles", List<string>? read = null)
        where T : Exception
    {
        T failure = (await FluentActions.Awaiting(() => ReadAsync(options, read ?? [], uri, null)).Should().ThrowExactlyAsync<T>()).Which;
        failure.ToString().Should().NotContain(options.ApiKey).And.NotContain(options.ApiKey[3..]);
        return failure;
    }

    /// <summary>Runs a request that must fail in a way that the test looks at itself.</summary>
    internal static async Task<KlaviyoException> AnyFailureAsync(KlaviyoOptions options, List<string> read) =>
        (await FluentActions.Awaiting(() => ReadAsync(options, read, "/api/profiles", null)).Should().ThrowAsync<KlaviyoException>()).Which;

    private static async Task ReadAsync(KlaviyoOptions options, List<string> ids, string uri, long? maximumItems)
    {
        using KlaviyoExecutor executor = options.ToExecutor().Value;
        await foreach (ResourcePage page in executor.Pages(uri, maximumItems))
            ids.AddRange(page.Resources.Select(resource => resource.Id));
    }
}
