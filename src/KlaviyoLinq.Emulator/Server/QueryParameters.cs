using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Paging;
using KlaviyoLinq.Emulator.Sorting;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Request as its query parameters state it, after validation.</summary>
internal sealed class QueryParameters
{
    internal required ReadFacts Operation { get; init; }

    /// <summary>The filter as it was written.</summary>
    internal FilterExpression? Expression { get; set; }

    /// <summary>The filter as it is applied.</summary>
    internal RowPredicate? Filter { get; set; }

    internal required FieldOrder Order { get; set; }

    internal bool Descending { get; set; }

    internal int PageSize { get; set; }

    internal Cursor? Cursor { get; set; }

    /// <summary>The relationships to include, in the requested order.</summary>
    internal IReadOnlyList<IncludeFacts> Includes { get; set; } = [];

    /// <summary>The members named by <c>fields[type]</c>.</summary>
    internal Dictionary<string, string[]> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The members named by <c>additional-fields[type]</c>.</summary>
    internal Dictionary<string, string[]> AdditionalFields { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the key of a cursor: path, filter and sort.</summary>
    internal required string Identity { get; set; }
}
