using System.Collections.Concurrent;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Node;
using KlaviyoLinq.Errors;
using Xunit.Abstractions;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>
/// Law: no command has its effect twice, whatever fails between a program and Klaviyo, and each ends in one of three ways: saved, a typed error, or unknown.
/// </summary>
public sealed class NoDoublesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_command_has_its_effect_twice_whatever_fails_at_its_first_request() => await Judge(onlyFirst: true, sampled: false);

    [Fact]
    public async Task No_command_has_its_effect_twice_whatever_fails_at_every_request() => await Judge(onlyFirst: false, sampled: false);

    [DocumentFact]
    public async Task No_command_with_a_resource_of_the_document_has_its_effect_twice_whatever_fails_at_its_first_request() =>
        await Judge(onlyFirst: true, sampled: true);

    [DocumentFact]
    public async Task No_command_with_a_resource_of_the_document_has_its_effect_twice_whatever_fails_at_every_request() =>
        await Judge(onlyFirst: false, sampled: true);

    private async Task Judge(bool onlyFirst, bool sampled)
    {
        ConcurrentBag<string> offences = [];
        ConcurrentDictionary<(RepeatClass, string, string), int> outcomes = [];
        (WriteCase Case, WriteFault Fault)[] runs =
        [
            .. from @case in WriteCases.All
               from fault in WriteFault.All
               where @case.IsSampled == sampled && (onlyFirst || fault.IsForEveryRequest)
               select (@case, fault),
        ];
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (run, _) =>
        {
            OperationFacts facts = WriteCases.Facts(run.Case.Operation);
            (string outcome, IReadOnlyDictionary<string, int> added, IReadOnlyDictionary<string, int> expected) =
                await Run(run.Case, run.Fault, facts, onlyFirst);
            outcomes.AddOrUpdate((run.Case.Repeat, run.Fault.Name, outcome), 1, (_, count) => count + 1);
            foreach (string type in added.Keys.Where(type => !IsLeftOver(run.Case, type) && Math.Abs(added[type]) > Math.Abs(expected.GetValueOrDefault(type))))
                offences.Add($"{run.Case.Operation}, {run.Fault}: {added[type]} {type} instead of {expected.GetValueOrDefault(type)} ({outcome})");
            if (outcome == "saved" && added.Keys.Any(type => !IsLeftOver(run.Case, type) && added[type] != expected.GetValueOrDefault(type)))
                offences.Add($"{run.Case.Operation}, {run.Fault}: saved, but the effect is missing");
            if (onlyFirst && outcome != "saved" && run.Case.Repeat is not (RepeatClass.Unsafe or RepeatClass.Guarded))
                offences.Add($"{run.Case.Operation}, {run.Fault}: {outcome}, although it may be repeated");
            if (run.Case.Repeat is RepeatClass.Unsafe && run.Fault.IsProcessed && outcome != "unknown")
                offences.Add($"{run.Case.Operation}, {run.Fault}: {outcome}, although nothing but unknown is true");
        });

        foreach (((RepeatClass repeat, string fault, string outcome), int count) in outcomes.OrderBy(entry => $"{entry.Key}", StringComparer.Ordinal))
            output.WriteLine($"{repeat,-12} {fault,-36} {outcome,-10} {count}");
        offences.Order(StringComparer.Ordinal).Should().BeEmpty();
        outcomes.Values.Sum().Should().Be(runs.Length);
    }

    // A repeatable command leaves an unused copy over: the message has one template, as it was asked for.
    private static bool IsLeftOver(WriteCase @case, string type) => @case.Repeat is RepeatClass.Repeatable && type == "template";

    private static async Task<(string Outcome, IReadOnlyDictionary<string, int> Added, IReadOnlyDictionary<string, int> Expected)> Run(
        WriteCase @case, WriteFault fault, OperationFacts facts, bool onlyFirst)
    {
        IReadOnlyDictionary<string, int> expected = await EffectOf(@case);
        await using WriteWorld world = await WriteWorld.StartAsync(options =>
        {
            options.Timeout = TimeSpan.FromSeconds(fault.Name.StartsWith("no answer", StringComparison.Ordinal) ? 0.3 : 60);
            options.Retry.BudgetSize = null;
        });
        AccountState before = AccountState.Of(world);
        var route = world.Emulator.Faults.On(facts.Method + " " + facts.Path);
        fault.Apply(onlyFirst ? route.First(1) : route);
        string outcome = "saved";
        try
        {
            await @case.RunAsync(world).InTimeAsync();
        }
        catch (KlaviyoUnknownOutcomeException)
        {
            outcome = "unknown";
        }
        catch (KlaviyoException)
        {
            outcome = "error";
        }

        return (outcome, Difference(before, AccountState.Of(world)), expected);
    }

    private static readonly ConcurrentDictionary<string, Task<IReadOnlyDictionary<string, int>>> _effects = [];

    private static Task<IReadOnlyDictionary<string, int>> EffectOf(WriteCase @case) => _effects.GetOrAdd(@case.Operation, async _ =>
    {
        await using WriteWorld world = await WriteWorld.StartAsync();
        AccountState before = AccountState.Of(world);
        await @case.RunAsync(world);
        return Difference(before, AccountState.Of(world));
    });

    /// <summary>
    /// The number of resources and of links by which an account has grown; 0 for what is absent at both times. Jobs do not count: each request starts one, and
    /// what it does to other resources is its effect.
    /// </summary>
    private static Dictionary<string, int> Difference(AccountState before, AccountState after) => before.Counts.Keys.Union(after.Counts.Keys)
        .Where(name => !name.Split('.')[0].EndsWith("-job", StringComparison.Ordinal))
        .ToDictionary(name => name, name => after.Counts.GetValueOrDefault(name) - before.Counts.GetValueOrDefault(name));
}
