using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>
/// Stoplight's Prism as a validating proxy: what does not conform to the document is answered with an error of its own, 422 for a request and 500 for a
/// response.
/// </summary>
internal sealed class Prism : IDisposable
{
    private readonly NodeProgram _program;
    private readonly string _document;

    private Prism(NodeProgram program, string document, Uri address)
    {
        _program = program;
        _document = document;
        Address = address;
    }

    internal Uri Address { get; }

    internal static async Task<Prism> Start(JsonObject document, Uri upstream)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await File.WriteAllTextAsync(file, document.ToJsonString());
        int port = FreePort();
        Prism prism = new(
            NodeProgram.Start(NodeClients.Prism, "proxy", file, upstream.ToString().TrimEnd('/'), "--errors", "--host", "127.0.0.1", "--port", $"{port}"),
            file,
            new Uri($"http://127.0.0.1:{port}/"));
        await prism._program.WaitFor("Prism is listening");
        return prism;
    }

    public void Dispose()
    {
        _program.Dispose();
        File.Delete(_document);
    }

    // Prism does not say which port it took, so one that is free is named.
    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
