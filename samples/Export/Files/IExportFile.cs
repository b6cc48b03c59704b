namespace KlaviyoLinq.Samples.Export.Files;

/// <summary>Where rows are written. Rows and the place behind them become safe together, whenever the process ends.</summary>
internal interface IExportFile : IAsyncDisposable
{
    /// <summary>How far the export has come, with all that was appended.</summary>
    ExportState State { get; }

    /// <summary>Takes the rows of a page. The first value of each is its moment and is not written.</summary>
    Task AppendAsync(IReadOnlyList<object?[]> rows, KlaviyoCheckpoint after);

    /// <summary>Makes safe what was taken.</summary>
    Task SaveAsync();
}
