using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

/// <summary>
/// Values that decide what the request is: fractions, and values of enumerations. The same query with another value is another request, planned or
/// not.
/// </summary>
public sealed class DecisiveValueTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task A_fraction_is_rounded_anew_for_every_value()
    {
        foreach (double least in new[] { 3.5, 3.5, 3.5, 4.5, 4.0, 2.25, -1.5 })
            await Answers(
                Klaviyo.Reviews.Where(r => r.Rating >= least),
                $"/api/reviews?filter=greater-or-equal(rating,{Math.Ceiling(least):0})&page[size]=100",
                Data.Of<Review>().Where(r => r.Rating >= least));
        foreach (decimal most in new[] { 3.5m, 3.5m, 3.5m, 4.0m, 1.75m })
            await Answers(
                Klaviyo.Reviews.Where(r => r.Rating <= most),
                $"/api/reviews?filter=less-or-equal(rating,{Math.Floor(most):0})&page[size]=100",
                Data.Of<Review>().Where(r => r.Rating <= most));
    }

    [Fact]
    public async Task An_equality_with_a_fraction_gives_no_rows_without_a_request_and_one_with_a_whole_number_rows()
    {
        foreach (double? rating in new double?[] { 3.5, 3.5, 3.5, 4 })
        {
            Emulator.ClearRequests();
            List<Review> rows = await Klaviyo.Reviews.Where(r => r.Rating == rating).ToListAsync();
            rows.Select(r => r.Id).Should().BeEquivalentTo(Data.Of<Review>().Where(r => r.Rating == rating).Select(r => r.Id));
            Emulator.Requests.Should().HaveCount(rating == 4 ? 1 : 0);
        }
    }

    [Fact]
    public async Task Fractions_leave_a_list()
    {
        List<double> wanted = [3.5, 4, 5];
        await Answers(
            Klaviyo.Reviews.Where(r => wanted.Contains((double)r.Rating!)),
            "/api/reviews?filter=any(rating,[4,5])&page[size]=100",
            Data.Of<Review>().Where(r => r.Rating is 4 or 5));
    }

    [Fact]
    public async Task A_value_that_an_enumeration_field_does_not_take_is_refused_after_any_number_of_others()
    {
        foreach (JobStatus status in new[] { JobStatus.Complete, JobStatus.Complete, JobStatus.Complete, JobStatus.Queued })
            await Answers(
                Klaviyo.ProfileBulkImportJobs.Where(j => j.Status == status),
                $"/api/profile-bulk-import-jobs?filter=equals(status,\"{status}\")&page[size]=100",
                Data.Of<ProfileBulkImportJob>().Where(j => j.Status == status));
        foreach (JobStatus status in new[] { JobStatus.Cancelled, JobStatus.Cancelled })
            await Refuses(Klaviyo.ProfileBulkImportJobs.Where(j => j.Status == status), KlaviyoFindingCode.ValueNotListed);
        await Refuses(
            Klaviyo.ProfileBulkImportJobs.Where(j => new[] { JobStatus.Complete, JobStatus.Cancelled }.Contains(j.Status)), KlaviyoFindingCode.ValueNotListed);
    }

    [Fact]
    public async Task An_unknown_value_is_sent_reported_as_unchecked_and_answered_with_400()
    {
        JobStatus paused = new("paused");
        IKlaviyoQueryable<ProfileBulkImportJob> query = Klaviyo.ProfileBulkImportJobs.Where(j => j.Status == paused);

        query.Explain().Unchecked.Should().Equal("status \"paused\"");
        (await query.Invoking(q => q.ToListAsync()).Should().ThrowAsync<KlaviyoLinq.Errors.KlaviyoApiException>()).Which.Message.Should()
            .Contain("'paused' is not a valid choice for 'status'.");
    }
}
