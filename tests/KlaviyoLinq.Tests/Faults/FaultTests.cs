using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Faults.Cases;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>The fault matrix: each of its cases, run through a context, over real connections.</summary>
public sealed class FaultTests
{
    public static TheoryData<string> Names => [.. FaultCases.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_at_every_request_ends_as_documented(string name)
    {
        FaultCase fault = FaultCases.Of(name);
        string page = FaultPages.Json(1, fault.Resource);
        for (int variant = 0; variant < fault.Variants(page); variant++)
        {
            FaultRun run = await FaultRun.RunAsync(fault, FaultForm.Always, variant);
            if (fault.Outcome.Exception is null || fault.NeedsAnotherPage)
                MustBeWhole(fault, run, 1, variant);
            else
                MustFail(fault, run, 1, fault.Tries ?? (fault.Outcome.IsRetried ? FaultRun.Tries : 1), variant);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_once_on_the_second_page_ends_as_documented(string name)
    {
        FaultCase fault = FaultCases.Of(name);
        string page = FaultPages.Json(2, fault.Resource);
        for (int variant = 0; variant < fault.Variants(page); variant++)
            MustEndAsOnce(fault, await FaultRun.RunAsync(fault, FaultForm.OnceOnTheSecondPage, variant), variant);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_on_a_page_that_is_read_ahead_ends_the_same(string name)
    {
        FaultCase fault = FaultCases.Of(name);
        int variant = fault.Variants(FaultPages.Json(2, fault.Resource)) / 2;
        MustEndAsOnce(fault, await FaultRun.RunAsync(fault, FaultForm.OnceOnTheSecondPage, variant, readAhead: true), variant, readAhead: true);
    }

    private static void MustEndAsOnce(FaultCase fault, FaultRun run, int variant, bool readAhead = false)
    {
        if (fault.Outcome.Exception is null)
            MustBeWhole(fault, run, 2, variant);
        else if (fault.Outcome.IsRetried)
            MustRecover(run, variant, readAhead);
        else
            MustFail(fault, run, 2, 1, variant, readAhead);
    }

    private static void MustFail(FaultCase fault, FaultRun run, int page, int tries, int variant, bool readAhead = false)
    {
        run.Failure.Should().BeOfType(fault.Outcome.Exception, "variant {0}", variant);
        var failure = (KlaviyoException)run.Failure!;
        foreach (string reported in fault.MessageParts)
            failure.Message.Should().Contain(reported);
        fault.Check?.Invoke(failure);

        failure.ToString().Should().NotContain(Runs.Key[3..]).And.NotContain("secret");
        (failure.Page, failure.ItemsYielded, failure.Attempts).Should().Be((page, (page - 1) * 2, tries), "variant {0}", variant);
        run.Ids.Should().Equal(FaultPages.IdsUpTo(page - 1));

        // A document that shows its next link may have been followed by the request for that page before it turned out to be unreadable.
        int requests = page - 1 + (tries * fault.RequestsPerTry);
        run.Targets.Count().Should().BeInRange(requests, requests + (readAhead ? 1 : 0), "variant {0}", variant);
    }

    private static void MustRecover(FaultRun run, int variant, bool readAhead)
    {
        run.Failure.Should().BeNull("variant {0}", variant);
        run.Ids.Should().Equal(FaultPages.IdsUpTo(FaultPages.Count), "variant {0}", variant);
        run.Targets.Should().HaveCount(FaultPages.Count + 1);

        // Read ahead, the page after may be requested between the two, where what came of this one shows its link.
        if (run.Targets[1] != IFaultServer.NoRequest && !readAhead)
            run.Targets[1].Should().Be(run.Targets[2], "the same page is asked for again");
    }

    private static void MustBeWhole(FaultCase fault, FaultRun run, int struck, int variant)
    {
        run.Failure.Should().BeNull("variant {0}", variant);
        run.Ids.Should().Equal(FaultPages.IdsUpTo(FaultPages.Count));
        run.Targets.Should().HaveCount(FaultPages.Count);
        if (fault.Reads is { } reads)
            reads.Read(run.Rows[(struck - 1) * 2]).Should().Be(reads.Value);
    }
}
