namespace KlaviyoLinq.NotebookRunner.Running;

/// <summary>Members that cells can call without a using, as in .NET Interactive. Public, because the assemblies compiled from cells must see it.</summary>
public sealed class CellGlobals
{
    private readonly OutputLog _outputs;

    internal CellGlobals(OutputLog outputs) => _outputs = outputs;

    /// <summary>Shows a value where the cell has come to, as the cell's last expression would be shown.</summary>
    /// <param name="value">The value.</param>
#pragma warning disable IDE1006 // Notebooks call it in lower case, as Jupyter does.
    public void display(object? value) => _outputs.AddDisplay(value);
#pragma warning restore IDE1006 // Names are checked again.
}
