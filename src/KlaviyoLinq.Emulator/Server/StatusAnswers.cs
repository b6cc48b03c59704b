using System.Text;
using KlaviyoLinq.Emulator.Status;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>
/// Answers those who look at the emulator itself: <c>/</c> for people, <c>/status.json</c> for programs. These requests are not requests to Klaviyo.
/// </summary>
internal static class StatusAnswers
{
    private const string Page = "/";
    private const string Data = "/status.json";

    /// <returns>False when it is a request to Klaviyo.</returns>
    internal static async ValueTask<bool> TryAnswerAsync(HttpContext context, Func<StatusReport> report)
    {
        string path = context.Request.Path.Value ?? "";
        if (path is not (Page or Data) || !HttpMethods.IsGet(context.Request.Method))
            return false;
        bool isPage = path == Page;
        HttpResponse response = context.Response;
        ReadOnlyMemory<byte> body = isPage ? Encoding.UTF8.GetBytes(StatusPage.Write(report())) : StatusJson.Write(report());
        response.ContentType = isPage ? "text/html; charset=utf-8" : "application/json";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'";
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        return true;
    }
}
