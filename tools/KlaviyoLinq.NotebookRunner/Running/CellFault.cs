using System.Globalization;
using System.Diagnostics;
using System.Reflection;
using KlaviyoLinq.NotebookRunner.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using static System.FormattableString;

namespace KlaviyoLinq.NotebookRunner.Running;

/// <summary>Error of a cell in the form of nbformat, without details that differ between machines or runs.</summary>
/// <param name="Name">The exception's name.</param>
/// <param name="Message">What it says.</param>
/// <param name="Trace">The lines to show: the message, and where in the notebook it came from.</param>
internal sealed record CellFault(string Name, string Message, IReadOnlyList<string> Trace)
{
    internal static CellFault Of(Exception fault) => fault switch
    {
        CompilationErrorException errors => OfErrors(errors),
        TargetInvocationException { InnerException: { } inner } => Of(inner),
        _ => new CellFault(fault.GetType().FullName!, fault.Message, [$"{fault.GetType().FullName}: {fault.Message}", .. InNotebook(fault)]),
    };

    /// <summary>A cell that took too long.</summary>
    internal static CellFault Late(CodeCell cell, TimeSpan limit)
    {
        string message = Invariant($"{cell.Name} took longer than {limit.TotalSeconds:0.#} seconds.");
        return new CellFault(nameof(TimeoutException), message, [message]);
    }

    public override string ToString() => string.Join("\n", Trace);

    private static CellFault OfErrors(CompilationErrorException errors)
    {
        string[] lines = [.. errors.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Line)];
        return new CellFault(nameof(CompilationErrorException), lines.FirstOrDefault() ?? errors.Message, lines.Length > 0 ? lines : [errors.Message]);
    }

    private static string Line(Diagnostic error)
    {
        FileLinePositionSpan place = error.Location.GetMappedLineSpan();
        string message = error.GetMessage(CultureInfo.InvariantCulture);
        return Invariant($"{place.Path}, line {place.StartLinePosition.Line + 1}, column {place.StartLinePosition.Character + 1}: error {error.Id}: {message}");
    }

    // Frames of libraries are left out: their lines differ between builds.
    private static IEnumerable<string> InNotebook(Exception fault) =>
        from frame in new StackTrace(fault, fNeedFileInfo: true).GetFrames()
        let file = frame.GetFileName()
        where file is not null && file.StartsWith("In [", StringComparison.Ordinal)
        let line = Invariant($"   at {file}, line {frame.GetFileLineNumber()}")
        group line by line into lines
        select lines.Key;
}
