using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Streams;

/// <summary>An enumerator moves once at a time: a second call is refused, and the first is as if there had been none.</summary>
public sealed class OverlappingMoveTests(EmulatedAccount account) : QueryTests(account), IStreamCheck
{
    private HeldHandler _handler = null!;

    public static TheoryData<string> Kinds => [.. StreamKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_second_move_during_the_first_is_refused_and_the_first_completes(string kind)
    {
        using HeldHandler handler = _handler = new HeldHandler();
        await using KlaviyoContext klaviyo = new(
            new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = Emulator.BaseAddress, HttpMessageHandler = handler });

        await StreamKinds.CheckAsync(kind, klaviyo, this);
    }

    [Fact]
    public async Task A_move_within_a_page_allocates_nothing()
    {
        await using IAsyncEnumerator<Profile> rows = Klaviyo.Profiles.AsAsyncEnumerable().GetAsyncEnumerator();
        for (int i = 0; i < 10; i++)
            await rows.MoveNextAsync();

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool moved = true;
        for (int i = 0; i < 80; i++)
            moved &= await rows.MoveNextAsync();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        moved.Should().BeTrue();
        allocated.Should().Be(0);
    }

    async Task IStreamCheck.CheckAsync<T>(IAsyncEnumerable<T> stream)
    {
        await using IAsyncEnumerator<T> rows = stream.GetAsyncEnumerator();
        ValueTask<bool> first = rows.MoveNextAsync();
        await _handler.RequestArrived.InTimeAsync();
        first.IsCompleted.Should().BeFalse();

        foreach (int _ in Enumerable.Range(0, 3))
            await FluentActions.Awaiting(() => rows.MoveNextAsync().AsTask()).Should().ThrowAsync<InvalidOperationException>();

        _handler.Release();
        (await first).Should().BeTrue();
        int count = 1;
        while (await rows.MoveNextAsync())
            count++;
        count.Should().Be(await stream.CountAsync()).And.BeGreaterThan(4);
    }
}
