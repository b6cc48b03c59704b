using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>
/// A process of its own that answers every request with the next canned page over HTTP/1.1, as fast as a socket takes it. It knows no more of HTTP than
/// that.
/// </summary>
internal sealed class CannedServer : IDisposable
{
    private readonly Process _process;

    private CannedServer(Process process, Uri address) => (_process, BaseAddress) = (process, address);

    internal Uri BaseAddress { get; }

    /// <summary>Processor time that the process has spent so far.</summary>
    internal TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the process.</summary>
    /// <param name="pages">How many pages of 100 profiles it returns before the last one.</param>
    /// <param name="latency">How long it waits before each answer.</param>
    internal static async Task<CannedServer> StartAsync(int pages, TimeSpan latency = default)
    {
        string program = Environment.ProcessPath!;
        string[] hosted = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "KlaviyoLinq.Benchmarks.dll")] : [];
        Process process = Process.Start(new ProcessStartInfo(
            program,
            [.. hosted, "serve", Text(pages), Text((int)latency.TotalMilliseconds)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string? address = await process.StandardOutput.ReadLineAsync();
        return new CannedServer(process, new Uri(address ?? throw new InvalidOperationException("The server did not start.")));
    }

    public void Dispose()
    {
        // It ends when its standard input is closed.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Task of the process.</summary>
    internal static async Task ServeAsync(string[] args)
    {
        int pages = int.Parse(args[1], CultureInfo.InvariantCulture);
        var latency = TimeSpan.FromMilliseconds(int.Parse(args[2], CultureInfo.InvariantCulture));
        CannedPages canned = await CannedPages.MakeAsync(profiles: 100 * Math.Min(pages, 200));
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        Uri address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}/");
        Console.WriteLine(address);
        CannedAnswers whole = new(address, canned.Whole, pages);
        CannedAnswers sparse = new(address, canned.Sparse, pages);
        Task accepting = AcceptAsync(
            listener,
            target => target.Contains("fields%5B", StringComparison.Ordinal) || target.Contains("fields[", StringComparison.Ordinal) ? sparse : whole,
            latency);
        await Task.WhenAny(accepting, Console.In.ReadToEndAsync());
    }

    private static async Task AcceptAsync(Socket listener, Func<string, CannedAnswers> answers, TimeSpan latency)
    {
        while (true)
        {
            Socket client = await listener.AcceptAsync();
            client.NoDelay = true;
            _ = AnswerAsync(client, answers, latency);
        }
    }

    private static async Task AnswerAsync(Socket client, Func<string, CannedAnswers> answers, TimeSpan latency)
    {
        using (client)
        {
            byte[] buffer = new byte[16 * 1024];
            int length = 0;
            while (true)
            {
                int read = await client.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0)
                    return;
                length += read;
                if (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                    continue;
                string head = Encoding.ASCII.GetString(buffer, 0, length);
                length = 0;
                if (latency > TimeSpan.Zero)
                    await Task.Delay(latency, TimeProvider.System);
                string target = head[(head.IndexOf('/', StringComparison.Ordinal) + 1)..head.IndexOf(" HTTP/", StringComparison.Ordinal)];
                await client.SendAsync(answers(target).To(target));
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
