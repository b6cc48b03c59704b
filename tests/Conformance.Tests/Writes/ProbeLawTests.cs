using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Node;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Law: the effect of each command that may not be repeated is found by reading after a lost answer, except of those that no reading shows.</summary>
public sealed class ProbeLawTests
{
    // Messages, subscriptions and reviews are in no answer.
    private static readonly string[] _unseen =
    [
        "create_conversation_message",
        "create_back_in_stock_subscription",
        "create_client_back_in_stock_subscription",
        "create_client_subscription",
        "create_client_review",
    ];

    public static TheoryData<string> Plain => [.. Once(sampled: false)];

    public static TheoryData<string> Sampled => [.. Once(sampled: true)];

    [Theory]
    [MemberData(nameof(Plain))]
    public Task The_effect_is_found_or_the_exception_says_that_nothing_shows_it(string operation) => Judge(operation);

    [DocumentTheory]
    [MemberData(nameof(Sampled))]
    public Task The_effect_of_a_command_with_a_resource_of_the_document_is_found(string operation) => Judge(operation);

    private static IEnumerable<string> Once(bool sampled) =>
        from @case in WriteCases.All
        where @case.IsSampled == sampled && WriteCases.Facts(@case.Operation) is WriteFacts { Repeat: RepeatClass.Unsafe or RepeatClass.Guarded }
        select @case.Operation;

    private static async Task Judge(string operation)
    {
        await using WriteWorld world = await WriteWorld.StartAsync();
        using var fault = world.Emulator.Faults.On(WriteCases.Facts(operation).ToString()).LoseAnswer();
        Func<Task> running = () => WriteCases.Of(operation).RunAsync(world);

        KlaviyoUnknownOutcomeException unknown = (await running.Should().ThrowAsync<KlaviyoUnknownOutcomeException>()).Which;

        unknown.CanResolve.Should().Be(!_unseen.Contains(operation));
        if (!unknown.CanResolve)
            unknown.Message.Should().Contain("ResolveAsync cannot look for it");
        else if (await IsCarriedOutAsync(operation))
            (await unknown.ResolveAsync()).Ids.Should().NotBeEmpty("the command was carried out");
        else
            await unknown.Awaiting(u => u.ResolveAsync()).Should().NotThrowAsync("the effect is looked for, whether or not it is there");
    }

    // The emulator does not carry out each operation.
    private static async Task<bool> IsCarriedOutAsync(string operation)
    {
        await using WriteWorld world = await WriteWorld.StartAsync();
        Exception? failure = await Record.ExceptionAsync(() => WriteCases.Of(operation).RunAsync(world));
        return failure is not KlaviyoApiException { StatusCode: System.Net.HttpStatusCode.MethodNotAllowed };
    }
}
