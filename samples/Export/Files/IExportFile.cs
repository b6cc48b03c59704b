namespace KlaviyoLinq.Samples.Export.Files;

/// <summary>File that rows are written to. Rows and the position after them become durable together, whenever the process ends.</summary>
internal interface IExportFile : IAsyncDisposable
{
    /// <summary>State of the export, including all appended rows.</summary>
    ExportState State { get; }

    /// <summary>Takes the rows of a page. The first value of each is its moment and is not written.</summary>
    Task AppendAsync(IReadOnlyList<object?[]> rows, KlaviyoCheckpoint after);

    /// <summary>Makes safe what was taken.</summary>
    Task SaveAsync();
}
