namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>One place where a hand-written file uses what another file declares.</summary>
/// <param name="From">The file that uses.</param>
/// <param name="Line">The line it does so on.</param>
/// <param name="Written">The name as it is written there.</param>
/// <param name="To">The file that declares it.</param>
internal sealed record Use(SourceFile From, int Line, string Written, SourceFile To);
