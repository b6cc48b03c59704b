namespace KlaviyoLinq.Samples.Export.Resources;

/// <summary>A kind of resource that can be exported.</summary>
internal interface IExportedResource
{
    /// <summary><c>profiles</c>.</summary>
    string Name { get; }

    /// <summary>The member that rows are sorted and chosen by: <c>created</c>.</summary>
    string Moment { get; }

    /// <summary>Gets the available columns.</summary>
    IReadOnlyList<ColumnHeader> Columns { get; }

    /// <summary>The columns that are written where none are named.</summary>
    IReadOnlyList<string> DefaultColumns { get; }

    /// <summary>The rows of an export from a place on, oldest first. The first value of a row is its moment; the chosen columns follow.</summary>
    IAsyncEnumerable<KlaviyoPage<object?[]>> Pages(KlaviyoContext klaviyo, ExportPlan plan, KlaviyoCheckpoint? behind);
}
