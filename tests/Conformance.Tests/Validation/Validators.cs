using System.Net;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>
/// Sends each request through the validator that reads the document as the request has it: sparse where it asks for some fields only. Its answer is held
/// against the document a second time, by Ajv. What is found wrong with the request or its answer is an <see cref="HttpRequestException"/> that says it; so is
/// a parameter that the document does not list, and a value of one with brackets in its name, both of which the validator lets pass.
/// </summary>
internal sealed class Validators(JsonObject document, Uri whole, Uri sparse, Ajv ajv) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
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
            throw new HttpRequestException(
                $"{Uri.UnescapeDataString(target)}\n{await response.Content.ReadAsStringAsync(cancellationToken)}", null, HttpStatusCode.BadGateway);
        await Check(target, response, cancellationToken);
        return response;
    }

    private static HttpRequestMessage Redirected(HttpRequestMessage request, Uri address)
    {
        HttpRequestMessage redirected = new(request.Method, address);
        foreach ((string name, IEnumerable<string> values) in request.Headers)
            redirected.Headers.TryAddWithoutValidation(name, values);
        return redirected;
    }

    private async Task Check(string target, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        string path = target.Split('?')[0];
        string faults = await ajv.Faults(
            IsSparse(target) ? 1 : 0,
            OfficialDocument.Template(document, path) ?? path,
            response.StatusCode,
            await response.Content.ReadAsStringAsync(cancellationToken),
            cancellationToken);
        if (faults.Length > 0)
            throw new HttpRequestException($"{Uri.UnescapeDataString(target)}: the answer does not conform.\n{faults}", null, HttpStatusCode.BadGateway);
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
