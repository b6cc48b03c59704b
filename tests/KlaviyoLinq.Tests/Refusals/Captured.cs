using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Refusals;

/// <summary>Values captured by the queries of the table.</summary>
internal sealed class Captured
{
    internal string Name { get; } = "Jane";

    internal string Email { get; } = "jane@example.com";

    internal string Half { get; } = "\ud83d";

    internal string Nothing { get; } = null!;

    internal bool Flag { get; } = true;

    internal int Count { get; } = 3;

    internal DateTimeOffset Since { get; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    internal DateTime Unspecified { get; } = new(2026, 3, 1);

    internal List<string?> Ids { get; } = ["a", "b"];

    internal string?[] Holes { get; } = ["a", null];

    internal List<string?> NoList { get; } = null!;

    internal Profile Me { get; } = new() { Id = "P1" };

    internal Metric Order { get; } = new() { Id = "M1" };

    internal static int Score(Profile profile) => profile.Id.Length;
}
