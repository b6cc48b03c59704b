using System.Diagnostics.CodeAnalysis;

namespace KlaviyoLinq.Samples.Native;

/// <summary>
/// Rows of anonymous types, and rows set member by member. The C# compiler writes both down by the names of their members, of which the trimmer warns; it keeps
/// those members nevertheless, as the program reads them. Records need no such promise.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The members are read by the program itself, when it shows the rows.")]
internal static class UnnamedRows
{
    internal static IReadOnlyList<(string Name, Func<KlaviyoContext, Task<string>> Run)> All { get; } =
    [
        ("anonymous rows", k => Queries.Rows(k.Profiles.Select(p => new { p.Id, p.FirstName, p.Location.Country }).Take(3))),
        ("rows set member by member",
            k => Queries.Rows(k.Profiles.Select(p => new Card { Name = p.FirstName, Letters = p.FirstName == null ? 0 : p.FirstName.Length }).Take(3))),
        ("a projection of a projection",
            k => Queries.Rows(k.Profiles.Select(p => new { p.Email, p.Location }).Select(x => new { x.Email, x.Location.City }).Take(3))),
        ("a filter behind a projection", FilteredAsync),
    ];

    private static async Task<string> FilteredAsync(KlaviyoContext klaviyo)
    {
        string? name = (await klaviyo.Lists.FirstAsync()).Name;
        return await Queries.Rows(klaviyo.Lists.Select(l => new { l.Id, l.Name }).Where(x => x.Name == name));
    }
}
