using KlaviyoLinq;

namespace Shop.Paging;

/// <summary>A page as clients get it.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="HasMore">Whether there were more rows behind them when they were read.</param>
/// <param name="Checkpoint">The place behind the rows, for <c>?after=</c>. Behind the last page it leads to what is new.</param>
/// <typeparam name="T">The type of a row.</typeparam>
public sealed record Page<T>(IReadOnlyList<T> Rows, bool HasMore, KlaviyoCheckpoint Checkpoint);
