using System.Text;
using KlaviyoLinq.NotebookRunner.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace KlaviyoLinq.NotebookRunner.Running;

/// <summary>Runs cells one after the other, each with what those before it have left: variables, types, usings.</summary>
/// <param name="limit">How long one cell may take.</param>
internal sealed class NotebookSession(TimeSpan limit)
{
    // What a C# kernel has without being asked. Everything else stands in the notebook.
    private static readonly string[] _usings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks"];

    private static readonly ScriptOptions _options = ScriptOptions.Default
        .WithReferences(References())
        .WithImports(_usings)
        .WithLanguageVersion(LanguageVersion.CSharp14)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8);

    private readonly OutputLog _outputs = new();
    private ScriptState<object>? _state;

    /// <summary>Runs a cell. Whatever goes wrong in it becomes an output and the result's error.</summary>
    internal async Task<CellResult> RunAsync(CodeCell cell)
    {
        _outputs.Begin(cell.Id);
        using ConsoleCapture capture = new(_outputs);
        CellFault? fault = await TryRunAsync(cell);
        if (fault is not null)
            _outputs.AddError(fault);
        return new CellResult(cell.Number, _outputs.Take(), fault?.ToString());
    }

    private async Task<CellFault?> TryRunAsync(CodeCell cell)
    {
        Task<ScriptState<object>> run = Task.Run(() => ContinueAsync(cell));
        try
        {
            _state = await run.WaitAsync(limit, TimeProvider.System);
            if (_state.ReturnValue is { } value)
                _outputs.AddResult(cell.Number, value);
            return null;
        }
        catch (TimeoutException) when (!run.IsCompleted)
        {
            return CellFault.Late(cell, limit);
        }
        catch (Exception fault) // Whatever an author's cell throws is that cell's output.
        {
            return CellFault.Of(fault);
        }
    }

    private Task<ScriptState<object>> ContinueAsync(CodeCell cell)
    {
        string code = PackageDirectives.Resolve(cell.Source);
        ScriptOptions options = _options.WithFilePath(cell.Name);
        return _state is null
            ? CSharpScript.RunAsync<object>(code, options, new CellGlobals(_outputs), typeof(CellGlobals))
            : _state.ContinueWithAsync<object>(code, options);
    }

    // All that this tool itself runs with. System.Linq.Async is not to be compiled against: its package brings an assembly for that which hides the
    // operators that the framework has as well; the one that runs would make each of them ambiguous.
    private static IEnumerable<MetadataReference> References() =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        where Path.GetFileNameWithoutExtension(path) != "System.Linq.Async"
        select MetadataReference.CreateFromFile(path);
}
