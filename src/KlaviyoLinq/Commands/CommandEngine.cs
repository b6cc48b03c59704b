using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Commands;

/// <summary>Engine of a context's commands.</summary>
/// <param name="preparation">Writes and judges the commands.</param>
/// <param name="execution">Sends the requests.</param>
internal sealed class CommandEngine(CommandPreparation preparation, LazyExecutor execution) : ICommandEngine
{
    public TimeProvider Time => preparation.Time;

    public DateTimeOffset Now => preparation.Now;

    public WriteFacts Operation(string resourceType, WriteFamily family) =>
        KlaviyoCatalogue.Newest.FindWrite(resourceType, family)
        ?? throw new InvalidOperationException($"Klaviyo has no operation of the family {family} for the type {resourceType}.");

    public async Task<CommandAnswer> SendAsync(CommandDraft draft, CancellationToken cancellationToken) =>
        (await SendAllAsync([draft], cancellationToken).ConfigureAwait(false))[0];

    public (KlaviyoCommand? Command, IReadOnlyList<KlaviyoFinding> Findings) JudgeRow(CommandDraft draft, ReadOnlySpan<byte> document, LinkFaults faults)
    {
        List<KlaviyoFinding> findings = [];
        KlaviyoCommand? command = preparation.Rule(draft, BodyReader.Data(document), document.Length, 1, faults, findings).Command;
        return (findings.Count == 0 ? command : null, findings);
    }

    public async Task<CommandAnswer> SendAsync(CommandDraft draft, KlaviyoCommand command, CancellationToken cancellationToken) =>
        (await SendAllAsync([preparation.Addressed(new JudgedCommand(draft, command, null, []) { Uri = "" })], cancellationToken).ConfigureAwait(false))[0];

    public Task<IReadOnlyList<CommandAnswer>> SendAllAsync(IReadOnlyList<CommandDraft> drafts, CancellationToken cancellationToken) =>
        SendAllAsync(preparation.Judge(drafts), cancellationToken);

    private async Task<IReadOnlyList<CommandAnswer>> SendAllAsync(IReadOnlyList<JudgedCommand> commands, CancellationToken cancellationToken)
    {
        if (ExplainScope.Current is { } explaining)
            throw explaining.Stop(commands);
        KlaviyoFinding[] over = [.. DailyBudget.Check(commands, execution.Value.DescribeRateLimits)];
        if (over.Length > 0)
            throw new KlaviyoCommandRefusedException(over);
        CommandSender sender = new(execution.Value.Exchanges);
        List<CommandAnswer> answers = new(commands.Count);
        foreach (JudgedCommand command in commands)
        {
            try
            {
                if (cancellationToken.IsCancellationRequested)
                    throw new KlaviyoCommandCanceledException(command.Command.Operation, mayBeProcessed: false, null, cancellationToken);
                CommandAnswer answer = await sender.SendAsync(command, cancellationToken).ConfigureAwait(false);
                answers.Add(answer with { Sent = command.Document });
            }
            catch (KlaviyoException failure)
            {
                failure.AcceptedRequests = answers.Count;
                throw;
            }
            catch (KlaviyoCommandCanceledException cancelled)
            {
                cancelled.AcceptedRequests = answers.Count;
                throw;
            }
            catch (ObjectDisposedException disposed) when (answers.Count > 0)
            {
                throw new KlaviyoCommandCanceledException(command.Command.Operation, mayBeProcessed: false, disposed, cancellationToken)
                {
                    AcceptedRequests = answers.Count,
                };
            }
        }

        return answers;
    }
}
