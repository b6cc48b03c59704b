using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Paging;

/// <summary>One page of rows and the cursors of its neighbours, null where there is none.</summary>
internal sealed record Page(IReadOnlyList<Row> Rows, Cursor? Next, Cursor? Previous);
