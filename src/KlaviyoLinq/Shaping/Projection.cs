using System.Linq.Expressions;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>
/// The projection of a query, without what the query captures: that is handed in with each run. It is kept with the query's plan, so that what
/// one run has prepared serves the next.
/// </summary>
/// <param name="lambda">From the queried resource to a row; where it captures something, it reads <see cref="Captured"/>.</param>
/// <param name="model">The classes that the user has mapped.</param>
/// <param name="sortedBy">What the query is sorted by; null for no sort.</param>
internal sealed class Projection(LambdaExpression lambda, ModelMap model, string? sortedBy = null)
{
    // Two runs at once may both find out: they find the same columns, at the same places.
    private readonly Lazy<ColumnProjection?> _ofColumns = new(() => ColumnProjection.Of(lambda, model, sortedBy), LazyThreadSafetyMode.PublicationOnly);

    private readonly Lazy<ColumnProjection?> _lenientOfColumns = new(
        () => ColumnProjection.Of(lambda, model, sortedBy, isLenient: true), LazyThreadSafetyMode.PublicationOnly);

    private object? _rows;
    private object? _columnRows;
    private object? _lenientRows;
    private object? _lenientColumnRows;

    /// <summary>The array of what a query captures, as projections name it.</summary>
    internal static ParameterExpression Captured { get; } = Expression.Parameter(typeof(object[]), "captured");

    /// <summary>Columns to read from the resources; null where they are read into objects of their class.</summary>
    internal ColumnSet? Columns => _ofColumns.Value?.Columns;

    /// <summary>Returns the type of an attribute of the queried class, where that is a mapped one; null otherwise.</summary>
    internal WireType? TypeOf(string wireName) =>
        model.Find(lambda.Parameters[0].Type)?.Members
            .FirstOrDefault(member => member.Segment.Kind == SegmentKind.Attribute && member.Segment.WireName == wireName)?.Type;

    /// <summary>Makes rows for one run.</summary>
    /// <param name="captured">What the query captures.</param>
    internal Shaper<T> For<T>(object?[] captured) => new(this, captured);

    /// <summary>Factory of rows for resources that are read in the same way.</summary>
    /// <param name="resource">One of them.</param>
    /// <param name="isLenient">Whether members of free-form objects that are of another kind than requested read as null.</param>
    internal RowMaker<T> RowsOf<T>(KlaviyoResource resource, bool isLenient)
    {
        bool isOfColumns = resource is ColumnResource;
        ref object? strict = ref isOfColumns ? ref _columnRows : ref _rows;
        ref object? lenient = ref isOfColumns ? ref _lenientColumnRows : ref _lenientRows;
        ref object? kept = ref isLenient ? ref lenient : ref strict;
        if (kept is not RowMaker<T> rows)
            kept = rows = isOfColumns ? RowMaker<T>.For((isLenient ? _lenientOfColumns : _ofColumns).Value!) : RowMaker<T>.For(lambda, model, isLenient);
        return rows;
    }
}
