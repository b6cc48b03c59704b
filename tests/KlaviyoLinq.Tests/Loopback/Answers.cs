using System.Text;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Tests.Loopback;

/// <summary>Answers written by the servers of the tests.</summary>
internal static class Answers
{
    internal static Task WriteDocumentAsync(this HttpResponse response, string document, int status = 200, string contentType = "application/vnd.api+json")
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        byte[] body = Encoding.UTF8.GetBytes(document);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body).AsTask();
    }

    /// <summary>A page of profiles with these ids.</summary>
    /// <param name="next">The link to the next page, or null for the last page.</param>
    internal static string Page(string? next, params string[] ids)
    {
        string data = string.Join(",", ids.Select(id => $$$"""{"type":"profile","id":"{{{id}}}","attributes":{"email":"{{{id}}}@example.com"}}"""));
        return $$$"""{"data":[{{{data}}}],"links":{"self":"https://a.klaviyo.com/api/profiles","next":{{{(next is null ? "null" : $"\"{next}\"")}}},"prev":null}}""";
    }

    /// <summary>The same, with the link Klaviyo writes: absolute, at its own host.</summary>
    internal static string PageBefore(string cursor, params string[] ids) =>
        Page("https://a.klaviyo.com/api/profiles?page%5Bcursor%5D=" + Uri.EscapeDataString(cursor), ids);

    internal static string LastPage(params string[] ids) => Page(null, ids);

    internal static string Error(int status, string code, string title, string detail, string source = "{}") =>
        $$$"""{"errors":[{"id":"b3b1","status":{{{status}}},"code":"{{{code}}}","title":"{{{title}}}","detail":"{{{detail}}}","source":{{{source}}},"links":{},"meta":{}}]}""";
}
