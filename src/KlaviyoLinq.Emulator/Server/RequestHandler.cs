using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Sorting;
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
    private readonly QuestionReader _questions;
    private readonly Answers _answers;
    private readonly RequestIds _ids = new();

    internal RequestHandler(ServerSettings settings, string baseAddress)
    {
        _settings = settings;
        _routes = new RouteTable(settings.Catalogue);
        _gate = new Gate(settings);
        FieldResolution fields = new(settings.Catalogue, settings.Store);
        _questions = new QuestionReader(settings, fields, new SortOrders(settings.Catalogue, fields));
        _answers = new Answers(settings.Store, new DocumentPlans(settings.Store, baseAddress, settings.Oddities), baseAddress);
    }

    internal async Task HandleAsync(HttpContext context)
    {
        _settings.Received(context);
        if (_settings.Latency > TimeSpan.Zero)
            await Task.Delay(_settings.Latency, _settings.Time, context.RequestAborted).ConfigureAwait(false);
        using PageBuffer body = new();
        ApiError? error = Answer(context, body);
        string requestId = _ids.Next();
        if (error is not null)
            ErrorDocument.Write(body, error, requestId);
        HttpResponse response = context.Response;
        response.StatusCode = error?.Status ?? StatusCodes.Status200OK;
        response.Headers["X-Klaviyo-Req-Id"] = requestId;
        response.ContentType = ContentType;
        if (_settings.Compression && ContentCoding.Of(context.Request) is { } coding)
        {
            await ContentCoding.WriteAsync(response, coding, body.Written, context.RequestAborted).ConfigureAwait(false);
            return;
        }
        response.ContentLength = body.Written.Length;
        await response.BodyWriter.WriteAsync(body.Written, context.RequestAborted).ConfigureAwait(false);
    }

    private ApiError? Answer(HttpContext context, PageBuffer body)
    {
        HttpRequest request = context.Request;
        IHeaderDictionary headers = context.Response.Headers;
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int mark = target.IndexOf('?');
        string path = mark < 0 ? target : target[..mark];
        if (_routes.Find(path) is not { } route)
            return ApiError.NotFound($"The path {path} does not exist.");
        GeneralHeaders.Write(headers, route.Operation);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            headers.Allow = GeneralHeaders.Reading;
            return ApiError.MethodNotAllowed(request.Method);
        }
        (string? revision, ApiError? refused) = _gate.Check(request, route.Operation);
        if (refused is not null)
        {
            if (refused.Status == StatusCodes.Status401Unauthorized)
                headers.WWWAuthenticate = "Bearer, Klaviyo-API-Key";
            return refused;
        }
        headers["CID"] = "EMUL8R";
        RevisionHeaders.Write(headers, revision!);
        if (RawQuery.Parse(mark < 0 ? "" : target[(mark + 1)..]) is not { } parameters)
            return ApiError.Invalid("", "The query string is not percent-encoded UTF-8.");
        RateLimitHeaders.Write(headers, route.Operation, parameters);
        if (_settings.LiveRules && route.Id is { } id && MalformedIds.Check(route.Operation, id) is { } malformed)
            return malformed;
        (Question? question, ApiError? error) = _questions.Read(route, path, parameters, request.Headers);
        return error ?? _answers.Write(body, route, question!, target, parameters);
    }
}
