using KlaviyoLinq.Emulator.Sorting;

namespace KlaviyoLinq.Emulator.Paging;

/// <summary>A place between two rows: after (or before) the row that has, or had, this key and id. Rows that come or go elsewhere do not move it.</summary>
/// <param name="Forward">Whether the page follows the place in the requested order; otherwise it leads up to it.</param>
/// <param name="Key">The sort key of the row at the edge.</param>
/// <param name="Id">The id of the row at the edge.</param>
/// <param name="Depth">How many pages were read on the way to the place.</param>
internal sealed record Cursor(bool Forward, SortKey Key, string Id, int Depth);
