using KlaviyoLinq;

namespace Shop.Paging;

/// <summary>A page as clients get it.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="HasMore">Whether there were more rows after them when they were read.</param>
/// <param name="Checkpoint">The place after the rows, for <c>?after=</c>. After the last page it leads to new rows.</param>
/// <typeparam name="T">The type of a row.</typeparam>
public sealed record Page<T>(IReadOnlyList<T> Rows, bool HasMore, KlaviyoCheckpoint Checkpoint);
