using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>
/// Ajv, the validator within Prism, beside Prism: tests/NodeClients/answers.mjs. It holds every answer against the document, also those that Prism lets
/// pass because it cannot read their schemas.
/// </summary>
internal sealed class Ajv : IDisposable
{
    private readonly NodeProgram _program;
    private readonly string[] _files;
    private readonly HttpClient _http;

    private Ajv(NodeProgram program, string[] files, Uri address)
    {
        _program = program;
        _files = files;
        _http = new HttpClient { BaseAddress = address };
    }

    /// <param name="documents">The document in each of its readings.</param>
    internal static async Task<Ajv> Start(params JsonObject[] documents)
    {
        string[] files = [.. documents.Select(_ => Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json"))];
        foreach ((string file, JsonObject document) in files.Zip(documents))
            await File.WriteAllTextAsync(file, document.ToJsonString());
        NodeProgram program = NodeProgram.Start(["answers.mjs", .. files]);
        string listening = await program.WaitFor("Listening on ");
        return new Ajv(program, files, new Uri(listening["Listening on ".Length..]));
    }

    /// <summary>Returns the faults of an answer, one per line; empty for a valid one.</summary>
    /// <param name="reading">Which of the documents it is held against.</param>
    /// <param name="path">The path as the document has it: <c>/api/profiles/{id}</c>.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="body">The answer's text.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    internal async Task<string> Faults(int reading, string path, HttpStatusCode status, string body, CancellationToken cancellationToken = default)
    {
        string question = string.Create(
            CultureInfo.InvariantCulture, $$"""{"document":{{reading}},"path":{{JsonSerializer.Serialize(path)}},"status":{{(int)status}},"body":{{body}}}""");
        using HttpResponseMessage response = await _http.PostAsync("", new StringContent(question), cancellationToken);
        string faults = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? faults : throw new InvalidOperationException(faults);
    }

    public void Dispose()
    {
        _http.Dispose();
        _program.Dispose();
        foreach (string file in _files)
            File.Delete(file);
    }
}
