namespace Snippets.Mapping;

// snippet: mapped-in-code
public sealed class Voucher
{
    public string Id { get; init; } = "";

    public string Text { get; init; } = "";
}
// end snippet
