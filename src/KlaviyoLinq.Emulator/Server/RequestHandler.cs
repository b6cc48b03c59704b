using System.Text;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Accounts;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Faults;
using KlaviyoLinq.Emulator.QueryStrings;
using KlaviyoLinq.Emulator.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>The way of a request: path, method, key, revision, parameters, answer.</summary>
internal sealed class RequestHandler
{
    private const string ContentType = "application/vnd.api+json";

    private readonly ServerSettings _settings;
    private readonly RouteTable _routes;
    private readonly Gate _gate;
    private readonly Dictionary<string, AccountHandlers> _handlers;
    private readonly RequestIds _ids = new();
    private readonly CancellationTokenSource _stopping = new();

    internal RequestHandler(ServerSettings settings, string baseAddress)
    {
        _settings = settings;
        _routes = new RouteTable(settings.Catalogue);
        _gate = new Gate(settings);
        _handlers = settings.Accounts.ToDictionary(
            account => account.Name, account => new AccountHandlers(settings, account, baseAddress), StringComparer.Ordinal);
    }

    /// <summary>Releases the requests that wait.</summary>
    internal void Stop() => _stopping.Cancel();

    internal async Task HandleAsync(HttpContext context)
    {
        if (await StatusAnswers.TryAnswerAsync(context, _settings.Report).ConfigureAwait(false))
            return;
        ReceivedRequest received = _settings.Received(context);
        FaultEffect? fault = _settings.Faults.Meet(received);
        SentBody sent = new(await RequestBody.ReadAsync(context).ConfigureAwait(false), context.Request.ContentType ?? "");
        using PageBuffer body = new();
        Outcome? processed = fault?.Processes == true ? Answer(context, received, sent, body) : new Outcome?();
        TimeSpan delay = _settings.Latency + (fault?.Delay ?? TimeSpan.Zero);
        if (delay > TimeSpan.Zero && !await WaitAsync(context, gone => Task.Delay(delay, _settings.Time, gone)).ConfigureAwait(false))
            return;
        if (fault?.Delivery is { SendsNothing: true } nothing)
        {
            await WaitAsync(context, gone => FaultyBody.SendAsync(context, default, nothing, _settings.Time, gone)).ConfigureAwait(false);
            return;
        }
        if (fault?.Answer is { } canned)
        {
            body.Clear();
            processed = canned.Error;
        }
        Outcome outcome = processed ?? Answer(context, received, sent, body);
        await SendAsync(context, received, fault, Write(context, fault, outcome, body)).ConfigureAwait(false);
    }

    /// <summary>The bytes of the answer; status and headers are set.</summary>
    private ReadOnlyMemory<byte> Write(HttpContext context, FaultEffect? fault, Outcome outcome, PageBuffer body)
    {
        CannedAnswer? canned = fault?.Answer;
        ApiError? error = outcome.Error;
        if (error == ApiError.Challenge)
        {
            canned = CannedAnswer.Challenge;
            context.Response.Headers["cf-mitigated"] = "challenge";
        }
        string requestId = _ids.Next();
        if (error is not null)
            ErrorDocument.Write(body, error, requestId);
        HttpResponse response = context.Response;
        response.StatusCode = canned?.Status ?? outcome.Status;
        response.Headers["X-Klaviyo-Req-Id"] = requestId;
        response.ContentType = canned is { Error: null } ? canned.ContentType : body.Length > 0 ? ContentType : null;
        foreach ((string name, string? value) in fault?.Headers ?? [])
            response.Headers[name] = value;
        ReadOnlyMemory<byte> written = canned is { Error: null } ? canned.Body : body.Written;
        if (fault is null or { Rewrite: null, Observe: null })
            return written;
        string text = Encoding.UTF8.GetString(written.Span);
        text = fault.Rewrite?.Invoke(text) ?? text;
        fault.Observe?.Invoke(text);
        return Encoding.UTF8.GetBytes(text);
    }

    private async Task SendAsync(HttpContext context, ReceivedRequest received, FaultEffect? fault, ReadOnlyMemory<byte> body)
    {
        HttpResponse response = context.Response;
        // Without a body an answer is whole as soon as its headers are sent.
        if (body.IsEmpty && fault is { Processes: true, Delivery.Kind: DeliveryKind.Truncate })
        {
            context.Abort();
            return;
        }
        received.Answered(response.StatusCode);
        if (_settings.Compression && ContentCoding.Of(context.Request) is { } coding)
            body = await ContentCoding.EncodeAsync(response, coding, body).ConfigureAwait(false);
        if (response.StatusCode != StatusCodes.Status204NoContent)
            response.ContentLength ??= body.Length;
        if (fault?.Delivery is { } delivery)
            await WaitAsync(context, gone => FaultyBody.SendAsync(context, body, delivery, _settings.Time, gone)).ConfigureAwait(false);
        else if (!body.IsEmpty)
            // Even an empty write is an error for a 204, and closes the connection.
            await response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Waits until it is over, the client goes away or the emulator stops.</summary>
    /// <returns>True while the client is connected.</returns>
    private async Task<bool> WaitAsync(HttpContext context, Func<CancellationToken, Task> waiting)
    {
        using CancellationTokenSource gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        await waiting(gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (gone.IsCancellationRequested)
            context.Abort();
        return !gone.IsCancellationRequested;
    }

    private Outcome Answer(HttpContext context, ReceivedRequest received, SentBody sent, PageBuffer body)
    {
        HttpRequest request = context.Request;
        IHeaderDictionary headers = context.Response.Headers;
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int mark = target.IndexOf('?');
        string path = mark < 0 ? target : target[..mark];
        if (_routes.Find(path) is not { } route)
            return ApiError.NotFound($"The path {path} does not exist.");
        GeneralHeaders.Write(headers, route);
        if (route.Find(request.Method) is not { } operation)
        {
            headers.Allow = route.Methods;
            return ApiError.MethodNotAllowed(request.Method);
        }
        IReadOnlyList<RawParameter>? parameters = RawQuery.Parse(mark < 0 ? "" : target[(mark + 1)..]);
        (Admission? admission, string? revision, ApiError? refusal) = _gate.Admit(request, operation, parameters);
        if (admission is not null)
            received.BelongsTo(admission.Account.Name);
        if (refusal?.Status == StatusCodes.Status401Unauthorized)
            headers.WWWAuthenticate = "Bearer, Klaviyo-API-Key";
        if (refusal is not null)
            return refusal;
        headers["CID"] = admission!.Account.CompanyId ?? "EMUL8R";
        RevisionHeaders.Write(headers, revision!);
        if (parameters is null)
            return ApiError.Invalid("", "The query string is not percent-encoded UTF-8.");
        RateLimitVerdict verdict = _settings.Counts.Count(
            admission.CountedAs, operation, CountedLimit.Of(operation, parameters.Select(p => (p.Name, p.Value))));
        RateLimitHeaders.Write(headers, verdict);
        if (verdict.RetryAfter is { } wait)
            return ApiError.Throttled(RateLimitHeaders.Seconds(wait));
        AccountHandlers handlers = _handlers[admission.Account.Name];
        handlers.Work.RunDue();
        return operation is ReadFacts read
            ? Read(body, handlers, admission, new Route(read, route.Id), target, parameters, request.Headers)
            : handlers.Writes.Process(body, operation, route.Id, target, parameters, sent);
    }

    private ApiError? Read(
        PageBuffer body, AccountHandlers handlers, Admission admission, Route route, string target, IReadOnlyList<RawParameter> parameters,
        IHeaderDictionary sent)
    {
        if (_settings.LiveRules && route.Id is { } id && MalformedIds.Check(route.Operation, id) is { } malformed)
            return malformed;
        (QueryParameters? query, ApiError? error) = handlers.Parameters.Read(route, target.Split('?')[0], parameters, sent);
        return error
            ?? _gate.CheckIncluded(admission, query!)
            ?? (query!.Cursor?.Depth >= _settings.MaxPageDepth ? ApiError.Challenge : null)
            ?? handlers.Answers.Write(body, route, query!, target, parameters);
    }
}
