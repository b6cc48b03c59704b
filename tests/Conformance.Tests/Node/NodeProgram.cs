using System.Diagnostics;
using System.Text;

namespace KlaviyoLinq.Conformance.Tests.Node;

/// <summary>A program that Node runs; it ends at the latest with this object.</summary>
internal sealed class NodeProgram : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private NodeProgram(Process process) => _process = process;

    internal static NodeProgram Start(params string[] arguments)
    {
        ProcessStartInfo start = new("node", arguments)
        {
            WorkingDirectory = NodeClients.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        NodeProgram program = new(new Process { StartInfo = start });
        program._process.Start();
        return program;
    }

    /// <summary>
    /// Reads on until a line holds the text, and gives that line; what comes later is read and forgotten, so that the program never waits for a
    /// reader.
    /// </summary>
    internal async Task<string> WaitFor(string text)
    {
        Task<string> errors = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _output.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return line;
            }
        }
        throw new InvalidOperationException($"The program ended before it said '{text}':\n{_output}{await errors}");
    }

    /// <summary>Returns the program's output and its exit code.</summary>
    internal async Task<(int ExitCode, string Output, string Errors)> Finish()
    {
        Task<string> errors = _process.StandardError.ReadToEndAsync();
        string output = await _process.StandardOutput.ReadToEndAsync().InTimeAsync(_longest);
        await _process.WaitForExitAsync().InTimeAsync();
        return (_process.ExitCode, output, await errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
