using System.Globalization;
using System.Text;

namespace KlaviyoLinq.NotebookRunner.Running;

/// <summary>A console that hands its text over as it is written, with the same line ends on every machine.</summary>
internal sealed class StreamWriting : TextWriter
{
    private readonly Action<string> _write;

    internal StreamWriting(Action<string> write)
        : base(CultureInfo.InvariantCulture)
    {
        _write = write;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => _write(value.ToString());

    public override void Write(string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _write(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void WriteLine(string? value) => Write(value + '\n');
}
