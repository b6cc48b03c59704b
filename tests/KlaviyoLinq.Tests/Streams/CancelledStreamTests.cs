using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Streams;

/// <summary>A token that is cancelled between two rows ends the stream before the next one, also where that row has already come.</summary>
public sealed class CancelledStreamTests(EmulatedAccount account) : QueryTests(account), IStreamCheck
{
    public static TheoryData<string> Kinds => [.. StreamKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task A_token_that_is_cancelled_at_row_3_ends_the_stream_before_row_4(string kind) => StreamKinds.CheckAsync(kind, Klaviyo, this);

    [Fact]
    public async Task For_each_ends_before_row_4()
    {
        using CancellationTokenSource cancellation = new();
        int rows = 0;

        Func<Task> run = () => Klaviyo.Profiles.Take(50).ForEachAsync(_ => CancelAtThree(++rows, cancellation), cancellation.Token);

        (await run.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        rows.Should().Be(3);
    }

    [Fact]
    public async Task A_selector_that_cancels_ends_a_dictionary_before_row_4()
    {
        using CancellationTokenSource cancellation = new();
        int rows = 0;

        Func<Task> run = () => Klaviyo.Profiles.Take(50).ToDictionaryAsync(
            p =>
            {
                CancelAtThree(++rows, cancellation);
                return p.Id;
            },
            cancellation.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        rows.Should().Be(3);
    }

    [Fact]
    public async Task A_query_that_sends_nothing_sees_a_cancelled_token_too()
    {
        CancellationToken cancelled = new(canceled: true);
        IKlaviyoQueryable<Profile> nothing = Klaviyo.Profiles.Take(0);
        Emulator.ClearRequests();

        foreach (Func<Task> run in new Func<Task>[]
        {
            () => nothing.ToListAsync(cancelled),
            () => nothing.CountAsync(cancelled),
            () => nothing.AnyAsync(cancelled),
            () => nothing.FirstOrDefaultAsync(cancelled),
            () => nothing.Select(p => p.Created).MaxAsync(cancelled),
            () => nothing.AsPages().FirstOrDefaultAsync(cancelled).AsTask(),
            () => Klaviyo.Profiles.FindAsync("A", cancelled),
        })
        {
            await run.Should().ThrowAsync<OperationCanceledException>();
        }

        Emulator.Requests.Should().BeEmpty();
    }

    async Task IStreamCheck.CheckAsync<T>(IAsyncEnumerable<T> stream)
    {
        using CancellationTokenSource cancellation = new();
        int rows = 0;
        Func<Task> run = async () =>
        {
            await foreach (T _ in stream.WithCancellation(cancellation.Token))
                CancelAtThree(++rows, cancellation);
        };

        (await run.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        rows.Should().Be(3);
    }

    private static void CancelAtThree(int rows, CancellationTokenSource cancellation)
    {
        if (rows == 3)
            cancellation.Cancel();
    }
}
