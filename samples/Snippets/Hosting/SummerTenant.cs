namespace Snippets.Hosting;

/// <summary>Profiles since the middle of 2026.</summary>
internal sealed class SummerTenant : ITenant
{
    public DateTimeOffset Since => new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
}
