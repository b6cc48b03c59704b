using System.Net;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Http;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Commands;

/// <summary>Sends judged commands, and decides what a lost answer means.</summary>
/// <param name="exchanges">Sends the attempts.</param>
internal sealed class CommandSender(ExchangeSender exchanges)
{
    /// <summary>Sends a command.</summary>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and the request must not be repeated.</exception>
    /// <exception cref="KlaviyoException">The command failed.</exception>
    /// <exception cref="KlaviyoCommandCanceledException">The command was cancelled, or the context was disposed.</exception>
    internal async Task<CommandAnswer> SendAsync(JudgedCommand command, CancellationToken cancellationToken)
    {
        using CommandTrace trace = exchanges.TraceCommand(command.Command.Operation, command.Uri, HasEffect(command));
        try
        {
            return await SendAsync(command, new AttemptRecord(command.HasBody), trace, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            trace.Fail(failure);
            throw;
        }
    }

    private async Task<CommandAnswer> SendAsync(JudgedCommand command, AttemptRecord attempts, CommandTrace trace, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(command, ToExchange(command, attempts) with { Trace = trace }, attempts, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            throw attempts.MayBeProcessed && !MayRepeat(command.Command.Repeat)
                ? Unknown(command, attempts, cancelled)
                : new KlaviyoCommandCanceledException(
                    command.Command.Operation, attempts.MayBeProcessed && HasEffect(command), cancelled, cancellationToken);
        }
    }

    private async Task<CommandAnswer> SendAsync(JudgedCommand command, Exchange exchange, AttemptRecord attempts, CancellationToken cancellationToken)
    {
        try
        {
            (CommandAnswer answer, _) = await exchanges
                .SendAsync(exchange, exchanges.Time(exchange), (received, _) => Read(received, command, attempts), cancellationToken)
                .ConfigureAwait(false);
            return attempts.WasLost ? answer with { WasRepeated = true } : answer;
        }
        catch (KlaviyoConflictException conflict) when (attempts.WasLost && KeyOf(command, conflict) is { } key)
        {
            return await KeyedConflict.ResolveAsync(exchanges, command, key, conflict, cancellationToken).ConfigureAwait(false);
        }
        catch (KlaviyoConflictException) when (attempts.WasLost && command.Draft.IsDoneAsync is not null)
        {
            // The first request may have made the links that the second finds.
            if (await command.Draft.IsDoneAsync(cancellationToken).ConfigureAwait(false))
                return new CommandAnswer((int)HttpStatusCode.NoContent, default);
            throw;
        }
        catch (KlaviyoException failure) when (IsUnknown(command, attempts, failure))
        {
            throw Unknown(command, attempts, failure);
        }
    }

    private static Exchange ToExchange(JudgedCommand command, AttemptRecord attempts) =>
        new(command.Command.Operation, command.Uri, new RunTurn())
        {
            Method = HttpMethod.Parse(command.Command.Operation.Method),
            Repeat = command.Command.Repeat,
            Content = () =>
            {
                attempts.Begin();
                return command.NewContent() is { } content ? new CountingContent(content, attempts.Sends) : null;
            },
            Answered = attempts.Answered,
            NotConnected = attempts.NotConnected,
            MayBeProcessed = () => attempts.MayBeProcessed,
            IsOnWire = HasEffect(command) ? () => attempts.IsOnWire : null,
        };

    private CommandAnswer Read(KlaviyoAnswer answer, JudgedCommand command, AttemptRecord attempts)
    {
        // A DELETE whose first answer was lost has deleted the resource: the second finds none.
        if (attempts.WasLost && command.Command.Operation.Method == "DELETE" && AnswerRules.IsNotFound(answer, command.Command.Operation))
            return new CommandAnswer((int)answer.StatusCode, default);
        AnswerRules.RequireSuccess(
            answer, command.Command.Operation, command.Draft.TypeName, exchanges.ShowsValues ? null : text => BodyMask.Apply(text, command));
        if (!command.Draft.NeedsAnswer)
            return new CommandAnswer((int)answer.StatusCode, answer.StatusCode == HttpStatusCode.NoContent ? default : answer.Body.ToArray());
        AnswerRules.RequireDocument(answer);
        var read = new CommandAnswer((int)answer.StatusCode, answer.Body.ToArray());
        command.Draft.Require(read);
        return read;
    }

    // A request that Klaviyo rejected, or that it never saw, has failed, and the program knows it. Of any other failure the outcome is open.
    private static bool IsUnknown(JudgedCommand command, AttemptRecord attempts, KlaviyoException failure) =>
        !MayRepeat(command.Command.Repeat) && attempts.MayBeProcessed && failure is not (KlaviyoRateLimitException or KlaviyoPermitRefusedException);

    private static string? KeyOf(JudgedCommand command, KlaviyoConflictException conflict) =>
        command.Draft.KeyId ?? (conflict as KlaviyoDuplicateProfileException)?.DuplicateProfileId;

    // A report changes nothing, so its answer is not awaited after the end.
    private static bool HasEffect(JudgedCommand command) => command.Command.Repeat != RepeatClass.Read;

    private static bool MayRepeat(RepeatClass repeat) => repeat is not (RepeatClass.Unsafe or RepeatClass.Guarded);

    private KlaviyoUnknownOutcomeException Unknown(JudgedCommand command, AttemptRecord attempts, Exception cause)
    {
        var unknown = new KlaviyoUnknownOutcomeException(command.Command.Operation, command.Draft.Probe, cause);
        exchanges.Locate(unknown, ToExchange(command, attempts), attempts.Count);
        return unknown;
    }
}
