using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Faults that only HTTP/2 knows: a stream can be reset while its connection continues.</summary>
internal static class Http2Faults
{
    private const string Group = "HTTP/2";
    private const int InternalError = 2;
    private const int RefusedStream = 7;
    private const int Cancel = 8;
    private const int EnhanceYourCalm = 11;

    private static readonly Outcome _lost = Outcome.Retried<KlaviyoTransportException>("Run the query again; resume a long run from its checkpoint.");

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        Reset("a stream is reset before an answer: INTERNAL_ERROR", InternalError),
        Reset("a stream is reset before an answer: CANCEL", Cancel),
        Reset("a stream is reset before an answer: ENHANCE_YOUR_CALM", EnhanceYourCalm),
        Reset("a stream is refused: REFUSED_STREAM", RefusedStream) with
        {
            RequestsPerTry = 4,
            Remark = "`HttpClient` itself sends such a request four times.",
        },
        Make("a stream is reset within the body", async (context, page) =>
        {
            await BeginAsync(context, page);
            context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(InternalError);
        }),
        Make("a body of unknown length is reset before its last byte", async (context, page) =>
        {
            context.Response.ContentType = Wire.MediaType;
            await context.Response.WriteAsync(page);
            await context.Response.Body.FlushAsync();
            context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(InternalError);
        }),
        Make("the connection is lost within the body", async (context, page) =>
        {
            await BeginAsync(context, page);
            context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
        }),
        Make(
            "GOAWAY: the server accepts no more requests on this connection",
            (context, page) =>
            {
                context.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().RequestClose();
                return context.Response.WriteDocumentAsync(page);
            },
            Outcome.Read("Nothing: the next page is requested on another connection.")),
    ];

    private static FaultCase Reset(string name, int code) => Make(name, (context, _) =>
    {
        context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
        return Task.CompletedTask;
    });

    private static FaultCase Make(string name, Http2Answer answer, Outcome? outcome = null) =>
        new(Group, name, _ => Task.CompletedTask, outcome ?? _lost) { Http2 = answer };

    private static async Task BeginAsync(HttpContext context, string page)
    {
        context.Response.ContentType = Wire.MediaType;
        context.Response.ContentLength = page.Length;
        await context.Response.WriteAsync(page[..20]);
        await context.Response.Body.FlushAsync();
    }
}
