using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Clients;

public sealed class ClientReviewTests(EmulatedAccount account) : ClientQueryTests(account)
{
    private const string Path = "/client/reviews?company_id=EMUL8R";

    private IEnumerable<Review> Reviews => Data.Of<Review>();

    private Review Third => Reviews.Skip(2).First();

    [Fact]
    public async Task All_reviews_are_requested_with_the_company_id() =>
        await Answers(Client.Reviews, $"{Path}&page[size]=100", Reviews);

    [Fact]
    public async Task Texts_and_ids_filter()
    {
        string[] ids = [Third.Id, Reviews.First().Id, "nowhere"];
        string word = Reviews.First(r => r.Content is not null).Content!.Split(' ')[0];

        await Answers(Client.Reviews.Where(r => r.Id == Third.Id), $"{Path}&filter=equals(id,\"{Third.Id}\")&page[size]=100", [Third]);
        await Answers(
            Client.Reviews.Where(r => ids.Contains(r.Id)), $"{Path}&filter=any(id,[\"{ids[0]}\",\"{ids[1]}\",\"nowhere\"])&page[size]=100",
            Reviews.Where(r => ids.Contains(r.Id)));
        await Answers(
            Client.Reviews.Where(r => r.Content!.Contains(word)), $"{Path}&filter=contains(content,\"{word}\")&page[size]=100",
            Reviews.Where(r => r.Content?.Contains(word, StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Status_and_type_filter()
    {
        string status = Reviews.First(r => r.Status is not null).Status.Value.Value;
        ReviewStatusFilter asked = new(status);
        ReviewType type = Third.ReviewType;

        await Answers(
            Client.Reviews.Where(r => r.StatusFilter == asked), $"{Path}&filter=equals(status,\"{status}\")&page[size]=100",
            Reviews.Where(r => r.Status?.Value.Value == status));
        await Answers(Client.Reviews.Where(r => r.StatusFilter == ReviewStatusFilter.All), $"{Path}&filter=equals(status,\"all\")&page[size]=100", Reviews);
        await Answers(
            Client.Reviews.Where(r => r.ReviewType == type), $"{Path}&filter=equals(review_type,\"{type}\")&page[size]=100",
            Reviews.Where(r => r.ReviewType == type));
    }

    [Fact]
    public async Task Ratings_filter_by_value_list_and_range()
    {
        long rating = Reviews.First(r => r.Rating is not null).Rating!.Value;
        long?[] ratings = [rating, 1];

        await Answers(
            Client.Reviews.Where(r => r.Rating == rating), $"{Path}&filter=equals(rating,{rating})&page[size]=100", Reviews.Where(r => r.Rating == rating));
        await Answers(
            Client.Reviews.Where(r => ratings.Contains(r.Rating)), $"{Path}&filter=any(rating,[{rating},1])&page[size]=100",
            Reviews.Where(r => ratings.Contains(r.Rating)));
        await Answers(
            Client.Reviews.Where(r => r.Rating >= 2 && r.Rating <= 4),
            $"{Path}&filter=greater-or-equal(rating,2),less-or-equal(rating,4)&page[size]=100", Reviews.Where(r => r.Rating is >= 2 and <= 4));
    }

    [Fact]
    public async Task Presence_and_true_values_filter()
    {
        await Answers(
            Client.Reviews.Where(r => r.SmartQuote != null), $"{Path}&filter=has(smart_quote)&page[size]=100", Reviews.Where(r => r.SmartQuote is not null));
        await Answers(
            Client.Reviews.Where(r => r.PublicReply != null), $"{Path}&filter=has(public_reply)&page[size]=100", Reviews.Where(r => r.PublicReply is not null));
        await Answers(Client.Reviews.Where(r => r.Media != null), $"{Path}&filter=has(media)&page[size]=100", Hidden("media", json => json != "null"));
        await Answers(Client.Reviews.Where(r => r.Verified), $"{Path}&filter=equals(verified,true)&page[size]=100", Reviews.Where(r => r.Verified));
        await Answers(
            Client.Reviews.Where(r => r.Edited == true), $"{Path}&filter=equals(edited,true)&page[size]=100", Hidden("edited", json => json == "true"));
        await Answers(
            Client.Reviews.Where(r => r.Incentivized == false), $"{Path}&filter=equals(incentivized,false)&page[size]=100",
            Hidden("incentivized", json => json == "false"));
    }

    [Fact]
    public async Task Dates_filter_from_and_until()
    {
        DateTimeOffset day = Third.Created;
        string literal = day.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture) + "Z";

        await Answers(
            Client.Reviews.Where(r => r.Created >= day), $"{Path}&filter=greater-or-equal(created,{literal})&page[size]=100",
            Reviews.Where(r => r.Created >= day));
        await Answers(
            Client.Reviews.Where(r => r.Created <= day), $"{Path}&filter=less-or-equal(created,{literal})&page[size]=100",
            Reviews.Where(r => r.Created <= day));
        await Answers(
            Client.Reviews.Where(r => r.Updated >= Since), $"{Path}&filter=greater-or-equal(updated,2026-03-01T00:00:00Z)&page[size]=100",
            Reviews.Where(r => r.Updated >= Since));
        await Answers(
            Client.Reviews.Where(r => r.Updated <= Since), $"{Path}&filter=less-or-equal(updated,2026-03-01T00:00:00Z)&page[size]=100",
            Reviews.Where(r => r.Updated <= Since));
    }

    [Fact]
    public async Task Reviews_are_sorted()
    {
        await AnswersInOrder(Client.Reviews.OrderBy(r => r.Created), $"{Path}&sort=created&page[size]=100", Reviews.OrderBy(r => r.Created));
        await AnswersInOrder(
            Client.Reviews.OrderByDescending(r => r.Updated), $"{Path}&sort=-updated&page[size]=100", Reviews.OrderByDescending(r => r.Updated));
        await AnswersInOrder(
            Client.Reviews.OrderBy(r => r.Rating),
            $"{Path}&sort=rating&page[size]=100",
            Reviews.OrderBy(r => r.Rating is null).ThenBy(r => r.Rating).ThenBy(r => r.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_projection_asks_for_its_fields_and_every_page_carries_the_company_id()
    {
        await Answers(
            Client.Reviews.Select(r => new { r.Title, r.Author, Product = r.Product.Name ?? "none" }).PageSize(3),
            $"{Path}&fields[review]=title,author,product.name&page[size]=3",
            Reviews.Select(r => new { r.Title, r.Author, Product = r.Product?.Name ?? "none" }));

        Emulator.Requests.Should().HaveCount((Reviews.Count() + 2) / 3).And.OnlyContain(request => request.Parameter("company_id") == "EMUL8R");
    }

    [Fact]
    public async Task Terminals_ask_for_no_more_than_they_need()
    {
        (await Client.Reviews.CountAsync()).Should().Be(Reviews.Count());
        (await Client.Reviews.AnyAsync(r => r.Id == "nowhere")).Should().BeFalse();
        Emulator.Requests[^1].Parameter("page[size]").Should().Be("1");
        (await Client.Reviews.FirstAsync(r => r.Id == Third.Id)).Title.Should().Be(Third.Title);
    }

    [Fact]
    public async Task Members_of_the_private_operation_only_are_refused_and_no_query_leaves_the_client_family()
    {
        (await Refuses(Client.Reviews.Select(r => r.Email), KlaviyoFindingCode.AttributeNotReturned)).Single().Advice.Should().NotContain("/api/");
        await Refuses(Client.Reviews.Include(r => r.Events), KlaviyoFindingCode.RelationshipNotIncludable);
        await Refuses(Client.Reviews.Where(r => r.Id == Third.Id).Include(r => r.Events), KlaviyoFindingCode.RelationshipNotIncludable);
        await Refuses(Client.Reviews.Where(r => r.Id == Third.Id).Select(r => r.Email), KlaviyoFindingCode.AttributeNotReturned);
        await Refuses(Client.Reviews.Where(r => r.Title == "x"), KlaviyoFindingCode.FieldNotFilterable);
    }

    // What filters reach and no document shows stands beside the attributes in the emulator's own form.
    private IEnumerable<Review> Hidden(string member, Func<string, bool> wanted)
    {
        HashSet<string> ids =
        [
            .. Emulator.Resources("review")
                .Where(json => json.GetProperty("hidden").TryGetProperty(member, out var value) && wanted(value.GetRawText()))
                .Select(json => json.GetProperty("id").GetString()!),
        ];
        return Reviews.Where(review => ids.Contains(review.Id));
    }
}
