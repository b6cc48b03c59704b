namespace KlaviyoLinq.Forms;

/// <summary>
/// The C# of a piece of a query. It is only needed for refusals, so it is written when somebody reads it: a query that translates never pays for it.
/// </summary>
internal sealed class Fragment(Func<string> write)
{
    private string? _text;

    public static implicit operator Fragment(string text) => new(() => text);

    public static implicit operator string(Fragment fragment) => fragment.ToString();

    public override string ToString() => _text ??= write();
}
