using System.Diagnostics.CodeAnalysis;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

[Trait("Category", "Culture")]
public sealed class PagingTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task Every_resource_comes_once_and_in_order_over_many_pages()
    {
        await AnswersInOrder(
            Klaviyo.Profiles.OrderBy(p => p.Id).PageSize(7),
            "/api/profiles?sort=id&page[size]=7",
            Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal));
        Emulator.Requests.Should().HaveCount((Data.Profiles.Count() + 6) / 7);
    }

    [Fact]
    public async Task Descending_order_is_kept() =>
        await AnswersInOrder(
            Klaviyo.Profiles.OrderByDescending(p => p.Id),
            "/api/profiles?sort=-id&page[size]=100",
            Data.Profiles.OrderByDescending(p => p.Id, StringComparer.Ordinal));

    [Fact]
    public async Task A_limit_counts_over_all_pages_and_asks_for_no_page_more()
    {
        await AnswersInOrder(
            Klaviyo.Profiles.OrderBy(p => p.Id).Take(250), "/api/profiles?sort=id&page[size]=100",
            Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal).Take(250));
        Emulator.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_small_limit_asks_for_a_small_page() =>
        await AnswersInOrder(
            Klaviyo.Profiles.OrderBy(p => p.Id).Take(3), "/api/profiles?sort=id&page[size]=3",
            Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal).Take(3));

    [Fact]
    public async Task The_next_page_is_requested_only_when_it_is_needed()
    {
        Emulator.ClearRequests();
        int rows = 0;
        await foreach (Profile _ in Klaviyo.Profiles.PageSize(10))
        {
            if (++rows == 10)
                break;
        }

        Emulator.Requests.Should().HaveCount(1);
    }

    [Fact]
    [SuppressMessage("Reliability", "CA2016", Justification = "The token goes into the enumeration.")]
    public async Task A_cancelled_token_ends_the_stream()
    {
        using CancellationTokenSource cancellation = new();
        int rows = 0;
        Func<Task> stream = async () =>
        {
            await foreach (Profile _ in Klaviyo.Profiles.PageSize(10).AsAsyncEnumerable().WithCancellation(cancellation.Token))
            {
                if (++rows == 15)
                    await cancellation.CancelAsync();
            }
        };

        (await stream.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        rows.Should().BeInRange(15, 20);
    }

    [Fact]
    public async Task A_set_without_page_sizes_is_streamed_all_the_same() =>
        await Answers(Klaviyo.Metrics, "/api/metrics", Data.Of<Metric>());
}
