using CsCheck;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Checkpoints;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Paging;

/// <summary>
/// Property tests: for any form of links, page size and stops, every row comes once and in order, even over a connection that mixes up answers.
/// </summary>
public sealed class AnyLinkFormTests
{
    private const int Rows = 61;

    private static readonly Gen<(int Size, int[] Lengths, bool Sorted, bool Prefetch)> _runs =
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 70].Array[1, 3], Gen.Bool, Gen.Bool);

    public static TheoryData<LinkForm> Forms => [.. Enum.GetValues<LinkForm>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Runs_in_parts_give_every_row_once(LinkForm form)
    {
        await using KlaviyoEmulator emulator = await StartAsync(form);
        await _runs.SampleAsync(
            async run =>
            {
                await using KlaviyoContext klaviyo = Context(emulator, run.Prefetch);
                (List<Profile> rows, _) = await Interruption.InRunsAsync(Query(klaviyo, run.Size, run.Sorted), run.Lengths);
                return rows.Select(p => p.Id).SequenceEqual(Expected(emulator, run.Sorted));
            },
            iter: 25,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_answer_that_is_repeated_anywhere_costs_no_row_and_doubles_none(LinkForm form)
    {
        await using KlaviyoEmulator emulator = await StartAsync(form);
        await Gen.Select(Gen.Int[2, 12], Gen.Int[2, 6], Gen.Bool).SampleAsync(
            async run =>
            {
                (int size, int call, bool sorted) = run;
                await using KlaviyoContext klaviyo = Context(emulator, prefetch: false);
                using EmulatorFault fault = emulator.Faults.On("GET /api/profiles").Call(call).Repeat();
                List<string> read = [];
                KlaviyoException? failure = null;
                try
                {
                    await Query(klaviyo, size, sorted).ForEachAsync(p => read.Add(p.Id));
                }
                catch (KlaviyoPaginationException thrown)
                {
                    failure = thrown;
                }

                fault.Remove();
                if (failure is not null)
                    read.AddRange(
                        (await Query(klaviyo, size, sorted).ResumeFrom(KlaviyoCheckpoint.Parse(failure.Checkpoint!.Serialize())).ToListAsync())
                            .Select(p => p.Id));
                return fault.HitCount == 1 && failure is { Page: var page } && page == call && read.SequenceEqual(Expected(emulator, sorted));
            },
            iter: 25,
            threads: 1);
    }

    private static Task<KlaviyoEmulator> StartAsync(LinkForm form) =>
        KlaviyoEmulator.StartAsync(options => (options.Links, options.Data) = (form, new DataSize { Profiles = Rows }));

    private static KlaviyoContext Context(KlaviyoEmulator emulator, bool prefetch)
    {
        KlaviyoOptions options = Runs.Options(emulator.BaseAddress);
        options.Prefetch = prefetch;
        return new KlaviyoContext(options);
    }

    private static IKlaviyoQueryable<Profile> Query(KlaviyoContext klaviyo, int size, bool sorted) =>
        (sorted ? klaviyo.Profiles.OrderByDescending(p => p.Id) : klaviyo.Profiles.OrderBy(p => p.Id)).PageSize(size);

    private static IEnumerable<string> Expected(KlaviyoEmulator emulator, bool descending)
    {
        IEnumerable<string> ids = emulator.Resources("profile").Select(json => json.GetProperty("id").GetString()!).Order(StringComparer.Ordinal);
        return descending ? ids.Reverse() : ids;
    }
}
