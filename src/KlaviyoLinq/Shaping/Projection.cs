using System.Linq.Expressions;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>
/// The projection of a query, without what the query captures: that is handed in with each run. It is kept with the query's plan, so that what
/// one run has prepared serves the next.
/// </summary>
/// <param name="lambda">From the queried resource to a row; where it captures something, it reads <see cref="Captured"/>.</param>
/// <param name="model">The classes that the user has mapped.</param>
internal sealed class Projection(LambdaExpression lambda, ModelMap model)
{
    private object? _rows;

    /// <summary>The array of what a query captures, as projections name it.</summary>
    internal static ParameterExpression Captured { get; } = Expression.Parameter(typeof(object[]), "captured");

    /// <summary>Makes rows for one run.</summary>
    /// <param name="captured">What the query captures.</param>
    internal Shaper<T> For<T>(object?[] captured)
    {
        if (_rows is not RowMaker<T> rows)
            _rows = rows = RowMaker<T>.For(lambda, model);
        return new Shaper<T>(rows, captured);
    }
}
