using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Tests.Security;

/// <summary>Tests that the watch finds a key that leaks.</summary>
public sealed class KeyWatchTests
{
    // Not a key of the watch as it stands here, or throwing it would end the process.
    private static readonly string _key = KeyWatch.Keys[0];

    [Fact]
    public void A_key_in_a_message_is_found_without_being_repeated() =>
        KeyWatch.FindKey(new InvalidOperationException("Authorization: Klaviyo-API-Key " + _key))
            .Should().Contain("Authorization: Klaviyo-API-Key").And.NotContain(_key);

    [Fact]
    public void A_key_in_a_cause_or_in_data_is_found()
    {
        KeyWatch.FindKey(new IOException("outer", new InvalidOperationException(_key.ToUpperInvariant()))).Should().NotBeNull();
        KeyWatch.FindKey(new IOException("outer") { Data = { ["header"] = "x" + _key } }).Should().NotBeNull();
        KeyWatch.FindKey(new IOException("outer", new InvalidOperationException("pk_…"))).Should().BeNull();
    }

    [Fact]
    public void A_key_in_a_log_entry_or_in_one_of_its_values_is_found()
    {
        List<string?> found = [];
        using var loggers = new WatchedLoggers(text => found.Add(KeyWatch.FindKey(text)));

        loggers.LogInformation("Sent with {Header}", _key);
        loggers.LogError(new IOException(_key), "Failed");
        loggers.LogInformation("Sent with {Header}", "pk_…");

        found.Should().HaveCount(3);
        found.Take(2).Should().NotContainNulls();
        found[2].Should().BeNull();
    }

    [Fact]
    public async Task A_host_name_that_is_looked_up_is_heard_of()
    {
        List<string> names = [];
        using var watch = new NameWatch(host =>
        {
            lock (names)
                names.Add(host);
        });

        await System.Net.Dns.GetHostAddressesAsync("localhost");

        lock (names)
            names.Should().Contain("localhost");
    }
}
