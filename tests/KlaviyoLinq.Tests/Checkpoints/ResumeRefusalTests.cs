using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>A checkpoint is good for its query, its revision and its account, and for nothing else.</summary>
public sealed class ResumeRefusalTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task A_changed_query_is_refused_with_the_change()
    {
        KlaviyoCheckpoint checkpoint = await TakenAsync(Klaviyo.Profiles.Where(p => p.Created > Since).OrderBy(p => p.Created).PageSize(10));

        await IsRefused(Klaviyo.Profiles.Where(p => p.Created > Since.AddDays(1)).OrderBy(p => p.Created).PageSize(10), checkpoint, "the filter differs");
        await IsRefused(Klaviyo.Profiles.Where(p => p.Created > Since).OrderByDescending(p => p.Created).PageSize(10), checkpoint, "the sort differs");
        await IsRefused(Klaviyo.Profiles.Where(p => p.Created > Since).OrderBy(p => p.Created).PageSize(20), checkpoint, "the page size differs");
        await IsRefused(
            Klaviyo.Profiles.Where(p => p.Created > Since).OrderBy(p => p.Created).Select(p => p.Email).PageSize(10), checkpoint,
            "the projection (fields or includes) differs");
        await IsRefused(Klaviyo.Profiles.OrderBy(p => p.Created).PageSize(10), checkpoint, "the filter differs");
        await IsRefused(Klaviyo.Events.OrderBy(p => p.Datetime).PageSize(10), checkpoint, "the operation, an id or a parameter");
    }

    [Fact]
    public async Task Another_list_is_another_query()
    {
        string[] lists = [.. Data.Of<List>().OrderByDescending(l => Data.Profiles.Count(p => p.Lists.Any(own => own.Id == l.Id))).Take(2).Select(l => l.Id)];
        KlaviyoCheckpoint checkpoint = await TakenAsync(Klaviyo.Lists[lists[0]].Profiles.PageSize(2));

        await IsRefused(Klaviyo.Lists[lists[1]].Profiles.PageSize(2), checkpoint, "the operation, an id or a parameter differs");
    }

    [Fact]
    public async Task Another_revision_is_refused()
    {
        KlaviyoCheckpoint checkpoint = await TakenAsync(Klaviyo.Profiles.PageSize(10));
        await using KlaviyoContext other = new(new KlaviyoOptions { ApiKey = "pk_tests", BaseAddress = Emulator.BaseAddress, Revision = "2026-07-15.pre" });

        KlaviyoCheckpointException refusal = await IsRefused(other.Profiles.PageSize(10), checkpoint, "revision 2026-07-15");

        refusal.Fault.Should().Be(KlaviyoCheckpointFault.RevisionChanged);
    }

    [Fact]
    public async Task Another_account_is_refused_after_its_first_answer_and_before_any_row()
    {
        KlaviyoCheckpoint checkpoint = await TakenAsync(Klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10));
        await using KlaviyoEmulator elsewhere = await KlaviyoEmulator.StartAsync(options => options.CompanyId = "OTHER1");
        await using KlaviyoContext other = new(new KlaviyoOptions { ApiKey = "pk_others", BaseAddress = elsewhere.BaseAddress });
        List<Profile> rows = [];

        Func<Task> run = async () =>
        {
            await foreach (Profile row in other.Profiles.OrderBy(p => p.Id).PageSize(10).ResumeFrom(checkpoint))
                rows.Add(row);
        };

        KlaviyoCheckpointException refusal = (await run.Should().ThrowAsync<KlaviyoCheckpointException>()).Which;
        refusal.Fault.Should().Be(KlaviyoCheckpointFault.AccountChanged);
        refusal.Message.Should().Contain("EMUL8R").And.Contain("OTHER1");
        rows.Should().BeEmpty();
        elsewhere.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Another_key_of_the_account_is_not_another_account()
    {
        KlaviyoCheckpoint checkpoint = await TakenAsync(Klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10));
        await using KlaviyoContext rotated = new(new KlaviyoOptions { ApiKey = "pk_rotated", BaseAddress = Emulator.BaseAddress });

        (await rotated.Profiles.OrderBy(p => p.Id).PageSize(10).ResumeFrom(checkpoint).Select(p => p).FirstAsync()).Id
            .Should().Be(Data.Profiles.Select(p => p.Id).Order(StringComparer.Ordinal).ElementAt(3));
    }

    [Fact]
    public async Task A_second_checkpoint_is_a_finding()
    {
        KlaviyoCheckpoint checkpoint = await TakenAsync(Klaviyo.Profiles);

        KlaviyoFinding finding = (await Refuses(Klaviyo.Profiles.ResumeFrom(checkpoint).ResumeFrom(checkpoint), KlaviyoFindingCode.ResumedTwice)).Single();

        finding.ToString().Should().Contain("ResumeFrom(checkpoint)").And.Contain("KLQ6003");
    }

    private static async Task<KlaviyoCheckpoint> TakenAsync<T>(IKlaviyoQueryable<T> query) =>
        KlaviyoCheckpoint.Parse((await Interruption.FirstAsync(query, 3)).Checkpoint!);

    private async Task<KlaviyoCheckpointException> IsRefused<T>(IKlaviyoQueryable<T> query, KlaviyoCheckpoint checkpoint, string reason)
    {
        Emulator.ClearRequests();
        KlaviyoCheckpointException refusal = (
            await query.ResumeFrom(checkpoint).Invoking(q => q.ToListAsync()).Should().ThrowAsync<KlaviyoCheckpointException>()).Which;
        refusal.Message.Should().Contain(reason);
        Emulator.Requests.Should().BeEmpty();
        return refusal;
    }
}
