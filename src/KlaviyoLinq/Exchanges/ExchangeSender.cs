using System.Net.Sockets;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Http;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Retrying;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Exchanges;

/// <summary>Sends the exchanges of a context: waits for a permit, sends, checks the account, reads the answer, and retries what may pass.</summary>
/// <param name="connection">Sends one attempt.</param>
/// <param name="showFilterValues">Whether exceptions, logs and traces may show the values in filters.</param>
/// <param name="gate">The queue for permits.</param>
/// <param name="retries">The policy of retries.</param>
/// <param name="observer">Traces and metrics.</param>
/// <param name="notices">Warnings about revisions; null without a log.</param>
internal sealed class ExchangeSender(
    KlaviyoConnection connection, bool showFilterValues, RateGate gate, RetryPolicy retries, RunObserver observer, RevisionNotices? notices = null)
{
    /// <summary>Removes the credential from texts of answers.</summary>
    internal Redactor Redactor => connection.Redactor;

    /// <summary>Indicates whether exceptions, logs and traces may show values.</summary>
    internal bool ShowsValues => showFilterValues;

    /// <summary>Begins the trace of a command.</summary>
    internal CommandTrace TraceCommand(OperationFacts operation, string uri, bool isWrite) => observer.BeginCommand(operation, () => Shown(uri), isWrite);

    /// <summary>Begins the trace of a run; null without a listener.</summary>
    internal RunTrace? Trace(OperationFacts operation, string uri) => observer.Begin(operation, () => Shown(uri));

    /// <summary>Begins to time an exchange.</summary>
    internal ExchangeTimer Time(Exchange exchange) => observer.Time(exchange.Operation, exchange.Method, exchange.Number);

    /// <summary>Sends an exchange and reads its answer.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="timer">Its times.</param>
    /// <param name="read">Reads the answer, of any status, while its buffer is valid. What it throws can be a reason to retry. Its token ends the
    /// attempt.</param>
    /// <param name="cancellationToken">Ends the exchange, also while it waits.</param>
    /// <returns>What was read, and the number of attempts.</returns>
    /// <exception cref="KlaviyoException">The last attempt failed.</exception>
    internal async Task<(T Result, int Attempts)> SendAsync<T>(
        Exchange exchange, ExchangeTimer timer, Func<KlaviyoAnswer, CancellationToken, T> read, CancellationToken cancellationToken)
    {
        exchange.Trace?.MakeCurrent();
        RetryLoop loop = retries.Begin(exchange.Operation.Id, exchange.Number, exchange.Repeat, cancellationToken);
        try
        {
            return (await loop.RunAsync(deadline => AttemptAsync(exchange, timer, read, deadline)).ConfigureAwait(false), loop.Attempts);
        }
        catch (KlaviyoException failure)
        {
            Locate(failure, exchange, loop.Attempts);
            throw;
        }
        finally
        {
            observer.Retried(exchange.Operation, loop.Attempts - 1, exchange.Trace);
        }
    }

    /// <summary>Writes into a failure where it happened.</summary>
    internal void Locate(KlaviyoException failure, Exchange exchange, int attempts) =>
        failure.Locate(exchange.Operation.Id, exchange.Method, Shown(exchange.Uri), attempts, exchange.Number, exchange.ItemsBefore);

    private async Task<T> AttemptAsync<T>(Exchange exchange, ExchangeTimer timer, Func<KlaviyoAnswer, CancellationToken, T> read, ExchangeDeadline deadline)
    {
        KlaviyoAnswer answer = await SendOnceAsync(exchange, timer, deadline).ConfigureAwait(false);
        if (answer.MayRenew)
        {
            // An access token may expire early. The 401 does not count as a failed attempt, because Klaviyo did not process the request.
            answer.Dispose();
            answer = await SendOnceAsync(exchange, timer, deadline).ConfigureAwait(false);
        }

        using (answer)
        {
            exchange.Account?.Require(answer);
            return read(answer, deadline.Token);
        }
    }

    // The deadline does not run while the request waits for a permit.
    private async Task<KlaviyoAnswer> SendOnceAsync(Exchange exchange, ExchangeTimer timer, ExchangeDeadline deadline)
    {
        long queued = observer.Now;
        using RatePass pass = await deadline.PausedAsync(token => gate.EnterAsync(exchange.Operation, exchange.Uri, exchange.Turn, token))
            .ConfigureAwait(false);
        timer.Wait(queued, exchange.Trace);
        long sent = observer.Now;
        using AnswerGrace? grace = exchange.IsOnWire is { } isOnWire
            ? new AnswerGrace(retries.Settings.Grace, retries.Time, isOnWire, deadline.Token, connection.Closing)
            : null;
        try
        {
            KlaviyoAnswer answer = await connection.SendAsync(RequestOf(exchange), grace?.Token ?? deadline.Token).ConfigureAwait(false);
            timer.Answered(sent, (int)answer.StatusCode);
            exchange.Answered?.Invoke(answer.StatusCode);
            pass.Observe(new KlaviyoRateLimitAnswer(answer.StatusCode, answer.RetryAfter, answer.RateLimit));
            notices?.Look(answer.Revision);
            return answer;
        }
        catch (Exception failure)
        {
            timer.Failed(sent, failure);
            if (NeverConnected(failure))
                exchange.NotConnected?.Invoke();
            if (failure is KlaviyoException unanswered && exchange.MayBeProcessed?.Invoke() == false)
                unanswered.NothingSent = true;
            throw;
        }
    }

    // A connection that broke later can have carried the request; only these failures come before it.
    private static bool NeverConnected(Exception failure)
    {
        if (failure is KlaviyoTransportException { Error: HttpRequestError.NameResolutionError })
            return true;
        for (Exception? cause = failure.InnerException; cause is not null; cause = cause.InnerException)
            if (cause is SocketException
                {
                    SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable
                })
                return true;
        return false;
    }

    private static ApiRequest RequestOf(Exchange exchange) => new(exchange.Method, exchange.Uri)
    {
        Content = exchange.Content?.Invoke(),
        IsAnonymous = exchange.Operation.IsClient,
        OutlivesContext = exchange.IsOnWire is not null,
        Headers = exchange.Headers,
    };

    // The cursor of an address comes from an answer, so the address can repeat the credential.
    private string Shown(string uri) => Redactor.Redact(showFilterValues ? uri : SafeUri.Of(uri));
}
