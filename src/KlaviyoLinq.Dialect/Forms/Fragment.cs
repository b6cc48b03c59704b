namespace KlaviyoLinq.Forms;

/// <summary>
/// The C# of a piece of a query. Only refusals need it, so it is written on first use: a query that translates never pays for it.
/// </summary>
/// <param name="write">Writes the C#.</param>
/// <param name="origin">The piece of the program: an expression at run time, a syntax node at compile time; null where there is none.</param>
/// <param name="countBefore">Counts the equal pieces before this one in the operator's argument; null where it is the first.</param>
internal sealed class Fragment(Func<string> write, object? origin = null, Func<int>? countBefore = null)
{
    private string? _text;

    internal object? Origin { get; } = origin;

    /// <summary>The number of equal pieces before this one in the operator's argument.</summary>
    internal int Before => countBefore?.Invoke() ?? 0;

    public static implicit operator Fragment(string text) => new(() => text);

    public static implicit operator string(Fragment fragment) => fragment.ToString();

    public override string ToString() => _text ??= write();
}
