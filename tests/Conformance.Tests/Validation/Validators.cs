using System.Net;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>
/// Sends each request through the validator that reads the document as the request has it: sparse where it asks for some fields only. What is found
/// wrong with the request or its answer is an <see cref="HttpRequestException"/> that says it; so is a parameter that the document does not list, and
/// a value of one with brackets in its name, both of which the validator lets pass.
/// </summary>
internal sealed class Validators(JsonObject document, Uri whole, Uri sparse) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    /// <summary>The validators' own documents are problems; the emulator's are not.</summary>
    private const string Problem = "application/problem+json";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string target = request.RequestUri!.PathAndQuery;
        if (Misfit(target) is { } misfit)
            throw new HttpRequestException($"{Uri.UnescapeDataString(target)}: {misfit}");
        HttpResponseMessage response = await base.SendAsync(Redirected(request, new Uri(IsSparse(target) ? sparse : whole, target)), cancellationToken);

        // Who sent it is told of the address it was sent to: another would be a redirect, which KlaviyoLinq refuses.
        response.RequestMessage = request;
        if (response.Content.Headers.ContentType?.MediaType == Problem)
            throw new HttpRequestException($"{Uri.UnescapeDataString(target)}\n{await response.Content.ReadAsStringAsync(cancellationToken)}", null, HttpStatusCode.BadGateway);
        return response;
    }

    private static HttpRequestMessage Redirected(HttpRequestMessage request, Uri address)
    {
        HttpRequestMessage redirected = new(request.Method, address);
        foreach ((string name, IEnumerable<string> values) in request.Headers)
            redirected.Headers.TryAddWithoutValidation(name, values);
        return redirected;
    }

    private string? Misfit(string target)
    {
        foreach ((string name, string value) in Parameters(target))
        {
            if (OfficialDocument.QueryParameter(document, target.Split('?')[0], name) is not { } declared)
                return $"the document lists no parameter {name}.";
            if (name.Contains('[', StringComparison.Ordinal) && !BracketedParameters.Conforms(declared, value))
                return $"the document does not list {value} for {name}.";
        }
        return null;
    }

    private static bool IsSparse(string target) => Parameters(target).Any(parameter => parameter.Name.StartsWith("fields[", StringComparison.Ordinal));

    private static IEnumerable<(string Name, string Value)> Parameters(string target) =>
        from parameter in target.Split('?', '&').Skip(1)
        let parts = Uri.UnescapeDataString(parameter).Split('=', 2)
        select (parts[0], parts.Length == 2 ? parts[1] : "");
}
