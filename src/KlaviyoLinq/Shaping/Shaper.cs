using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>Turns the resources of one run into rows.</summary>
/// <param name="projection">How a row is made.</param>
/// <param name="captured">What the query captures.</param>
internal sealed class Shaper<T>(Projection projection, object?[] captured)
{
    private RowMaker<T>? _rows;
    private RowMaker<T>? _lenientRows;

    /// <summary>Makes a row. All resources of a run are read alike.</summary>
    internal T Shape(KlaviyoResource resource) => (_rows ??= projection.RowsOf<T>(resource, isLenient: false)).Make(resource, captured);

    /// <summary>Makes a row in which the members of free-form objects that are of another kind than requested are null.</summary>
    internal T ShapeLeniently(KlaviyoResource resource) => (_lenientRows ??= projection.RowsOf<T>(resource, isLenient: true)).Make(resource, captured);
}
