using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;
using KlaviyoLinq.Testing;

namespace Snippets;

/// <summary>Surroundings of every snippet: an emulated account, and a context that queries it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private Stage(KlaviyoEmulator emulator)
    {
        Emulator = emulator;
        Klaviyo = emulator.CreateContext();
    }

    internal KlaviyoEmulator Emulator { get; }

    internal KlaviyoContext Klaviyo { get; }

    /// <summary>Generated data, the same each time, and a few resources that pages speak of by name. What the live API refuses is refused here too.</summary>
    internal static async Task<Stage> OpenAsync()
    {
        KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Strictness = Strictness.Live);
        emulator.Seed(
            new List
            {
                Id = "Y6nRLr",
                Name = "Newsletter",
                Profiles = [Member("Jane", "Boston", 3), Member("Ada", "London", 2), Member("Linus", "Helsinki", 1)],
            });
        emulator.ClearRequests();
        return new Stage(emulator);
    }

    /// <summary>A context that has what a page shows in its options, and queries the emulator all the same.</summary>
    internal KlaviyoContext Query(KlaviyoOptions options)
    {
        options.BaseAddress = Emulator.BaseAddress;
        return new KlaviyoContext(options);
    }

    private static Profile Member(string name, string city, int day)
    {
        DateTimeOffset moment = new(2026, 7, day, 9, 30, 0, TimeSpan.Zero);
        return new Profile
        {
            Email = $"{name.ToLowerInvariant()}@example.com", FirstName = name, Location = new ProfileLocation { City = city },
            Created = moment, Updated = moment, JoinedGroupAt = moment,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
