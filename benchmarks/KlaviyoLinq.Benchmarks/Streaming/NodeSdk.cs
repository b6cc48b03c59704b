using System.Diagnostics;
using System.Globalization;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>Klaviyo's own SDK for Node, in a process of its own that streams all profiles on command.</summary>
internal sealed class NodeSdk : IDisposable
{
    private readonly Process _process;

    private NodeSdk(Process process) => _process = process;

    /// <summary>Starts Node.</summary>
    /// <param name="address">Where the profiles are.</param>
    /// <param name="clients">The folder <c>tests/NodeClients</c>, in which the SDK is installed.</param>
    internal static async Task<NodeSdk> StartAsync(Uri address, string clients)
    {
        ProcessStartInfo start = new("node", ["stream.mjs", address.GetLeftPart(UriPartial.Authority)])
        {
            WorkingDirectory = clients,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        NodeSdk sdk = new(Process.Start(start)!);
        string? ready = await sdk._process.StandardOutput.ReadLineAsync();
        return ready == "ready" ? sdk : throw new InvalidOperationException("The SDK did not start.");
    }

    /// <summary>Reason for which it cannot run here; null when it can.</summary>
    internal static string? Missing(string? clients) =>
        clients is null || !Directory.Exists(Path.Combine(clients, "node_modules", "klaviyo-api")) ? "npm ci was not run in tests/NodeClients" : null;

    /// <summary>Streams all profiles.</summary>
    /// <param name="isWhole">Whether whole profiles, or three members of each.</param>
    internal async Task<int> StreamAsync(bool isWhole)
    {
        await _process.StandardInput.WriteLineAsync(isWhole ? "whole" : "sparse");
        await _process.StandardInput.FlushAsync();
        return int.Parse(await _process.StandardOutput.ReadLineAsync() ?? "", CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        // It ends when its standard input is closed.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
