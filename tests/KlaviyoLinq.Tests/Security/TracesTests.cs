using System.Collections.Concurrent;
using System.Diagnostics;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Security;

/// <summary>Tests that the framework's traces contain neither the key nor filter values.</summary>
[Collection("alone")]
public sealed class TracesTests
{
    private const string Secret = "jane.doe.secret";

    [Fact]
    public async Task Activities_and_events_hold_neither_the_key_nor_filter_values()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data.Profiles = 25);
        ConcurrentQueue<string> traced = new();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source =>
                source.Name.StartsWith("System.Net", StringComparison.Ordinal) || source.Name.StartsWith("KlaviyoLinq", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traced.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(listener);
        using (var events = new EventWatch(traced.Enqueue))
        {
            await using var klaviyo = new KlaviyoContext(Runs.Options(emulator.BaseAddress));
            (await klaviyo.Profiles.Where(p => p.Email == Secret).ToListAsync()).Should().BeEmpty();
            await klaviyo.Awaiting(k => k.Profiles.WhereUnchecked($"nonsense({Secret})").ToListAsync()).Should().ThrowAsync<KlaviyoException>();
        }

        traced.Should().Contain(text => text.Contains("RequestStart")).And.Contain(text => text.Contains("/api/profiles"));
        traced.Should().NotContain(text => text.Contains(Secret) || text.Contains(Runs.Key));
    }
}
