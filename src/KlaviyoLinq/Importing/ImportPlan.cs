using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Importing;

/// <summary>Plan of an import: the operation, how a row is written, and how its job is read.</summary>
internal sealed class ImportPlan<TRow>
{
    internal required WriteFacts Operation { get; init; }

    /// <summary>The attribute that holds the rows: <c>profiles</c>; null where a relationship of the name <see cref="Relationship"/> does.</summary>
    internal string? Member { get; init; }

    /// <summary>The relationship that holds the rows.</summary>
    internal string? Relationship { get; init; }

    /// <summary>Writes one row as it stands in the request.</summary>
    internal required Func<Utf8JsonWriter, TRow, LinkFaults> Write { get; init; }

    internal required Site Site { get; init; }

    /// <summary>The C# class of a row, where it is a resource.</summary>
    internal string? TypeName { get; init; }

    /// <summary>Writes the attributes beside the rows.</summary>
    internal Action<Utf8JsonWriter>? Attributes { get; init; }

    /// <summary>Writes the relationships of the request.</summary>
    internal Action<Utf8JsonWriter>? Relationships { get; init; }

    /// <summary>
    /// Returns the identifiers of a row. Klaviyo does not say which of two rows with the same identifier wins in one request, so they are sent in two.
    /// </summary>
    internal Func<TRow, IEnumerable<string>> Keys { get; init; } = static _ => [];

    /// <summary>Completes a row before it is written: by its number, the id of the import and the time when it began.</summary>
    internal Action<TRow, long, Guid, DateTimeOffset>? Prepare { get; init; }

    /// <summary>Reads the id of the job from the answer; null for operations without jobs.</summary>
    internal Func<CommandAnswer, string>? JobId { get; init; }

    /// <summary>Reads a job by its id; null while Klaviyo does not know it.</summary>
    internal Func<string, CancellationToken, Task<JobState?>>? ReadJobAsync { get; init; }

    /// <summary>Reads the errors of a job.</summary>
    internal Func<string, CancellationToken, IAsyncEnumerable<RowError>>? ReadErrors { get; init; }

    /// <summary>Indicates whether rows are created, so that a repeated request can find those of the first one.</summary>
    internal bool Creates { get; init; }
}
