using System.Reflection;
using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KlaviyoLinq.Docs.Tests.Picture;

/// <summary>Runs the first sample in this process, and records what it writes to the terminal.</summary>
internal static partial class QuickStartRun
{
    internal const int Width = 116;

    /// <summary>Output of the sample's first query: heading, code, request, counts and first rows.</summary>
    internal static IReadOnlyList<TerminalLine> Record()
    {
        // The picture shows the emulator; no key of the machine's is used.
        Environment.SetEnvironmentVariable("KLAVIYO_API_KEY", null);
        IAnsiConsole before = AnsiConsole.Console;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(TextWriter.Null),
        });
        console.Profile.Width = Width;
        using Recorder recorder = console.CreateRecorder();
        AnsiConsole.Console = recorder;
        try
        {
            Assembly.Load("QuickStart").EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            AnsiConsole.Console = before;
        }

        LineReader reader = new();
        recorder.Export(reader);
        return First([.. reader.Lines]);
    }

    /// <summary>The line without what differs from run to run.</summary>
    internal static string Timeless(string line) => Seconds().Replace(line, "0.00 s");

    private static TerminalLine[] First(TerminalLine[] lines)
    {
        int[] headings = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].Text.StartsWith("── ", StringComparison.Ordinal))];
        TerminalLine[] first = lines[headings[0]..headings[1]];

        // Where a terminal would show progress on one line, a file gets lines; the last of them is written again below the request.
        int request = Array.FindIndex(first, line => line.Text.StartsWith("GET ", StringComparison.Ordinal));
        return [.. first[..request]
            .Where(line => !line.Text.StartsWith("asking", StringComparison.Ordinal) && !Seconds().IsMatch(line.Text)), .. first[request..^1]];
    }

    [GeneratedRegex(@"\d+\.\d\d s$")]
    private static partial Regex Seconds();

    private sealed class LineReader : IAnsiConsoleEncoder
    {
        internal List<TerminalLine> Lines { get; } = [];

        public string Encode(IAnsiConsole console, IEnumerable<IRenderable> renderables)
        {
            IEnumerable<Segment> segments = renderables.SelectMany(
                renderable => renderable.Render(RenderOptions.Create(console, console.Profile.Capabilities), Width));
            Lines.AddRange(Segment.SplitLines(segments.Where(segment => !segment.IsControlCode)).Select(line => new TerminalLine([.. Joined(line)])));
            return "";
        }

        // Words come one by one.
        private static IEnumerable<Segment> Joined(IEnumerable<Segment> words)
        {
            Segment? piece = null;
            foreach (Segment word in words)
                if (piece is not null && piece.Style.Equals(word.Style))
                    piece = new Segment(piece.Text + word.Text, piece.Style);
                else
                {
                    if (piece is not null)
                        yield return piece;
                    piece = word;
                }

            if (piece is not null)
                yield return piece;
        }
    }
}
