namespace KlaviyoLinq.NotebookRunner.Running;

/// <summary>Capture of the console: until it is disposed, written text becomes outputs of the cell.</summary>
internal sealed class ConsoleCapture : IDisposable
{
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _errors = Console.Error;

    internal ConsoleCapture(OutputLog outputs)
    {
        Console.SetOut(new StreamWriting(text => outputs.AddStream("stdout", text)));
        Console.SetError(new StreamWriting(text => outputs.AddStream("stderr", text)));
    }

    public void Dispose()
    {
        Console.SetOut(_output);
        Console.SetError(_errors);
    }
}
