using System.Linq.Expressions;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>
/// Makes rows of resources. A projection is interpreted at first, because compiling it costs more than reading a few pages; one that has made
/// enough rows, in one run or in many, is worth the compiler, and every run from then on starts with it compiled.
/// </summary>
internal sealed class RowMaker<T>
{
    // Measured: about this many rows pay for one compilation.
    private const int RowsBeforeCompiling = 1_900;

    private readonly Expression<Func<KlaviyoResource, object?[], T>>? _projection;
    private Func<KlaviyoResource, object?[], T>? _make;
    private int _rows;
    private volatile bool _isCompiled;

    private RowMaker(Expression<Func<KlaviyoResource, object?[], T>>? projection) => _projection = projection;

    /// <summary>Indicates whether the projection has been compiled.</summary>
    internal bool IsCompiled => _isCompiled;

    internal static RowMaker<T> For(LambdaExpression projection, ModelMap model, bool isLenient = false)
    {
        MappedResource? map = model.Find(projection.Parameters[0].Type);
        if (projection.Body == projection.Parameters[0])
            return map is null
                ? new RowMaker<T>(null)
                : new RowMaker<T>(null) { _make = (resource, _) => (T)MappedReader.Read(map, model, resource, isLenient), _isCompiled = true };

        ParameterExpression resource = Expression.Parameter(typeof(KlaviyoResource), "resource");
        Expression body = Expression.Block(
            [projection.Parameters[0]],
            Expression.Assign(projection.Parameters[0], Expression.Convert(Queried(resource, map, model, isLenient), projection.Parameters[0].Type)),
            NullPropagation.Through(projection.Body, projection.Parameters[0], resource, isLenient: isLenient));
        return new RowMaker<T>(Expression.Lambda<Func<KlaviyoResource, object?[], T>>(body, resource, Projection.Captured));
    }

    /// <summary>Factory of rows from columns.</summary>
    internal static RowMaker<T> For(ColumnProjection projection) => new(projection.Lambda<T>());

    // A class of the user's own is filled from what was sent before the projection sees it.
    private static Expression Queried(ParameterExpression resource, MappedResource? map, ModelMap model, bool isLenient) => map is null
        ? resource
        : Expression.Call(
            ((Func<MappedResource, ModelMap, KlaviyoResource, bool, object>)MappedReader.Read).Method,
            Expression.Constant(map),
            Expression.Constant(model),
            resource,
            Expression.Constant(isLenient));

    internal T Make(KlaviyoResource resource, object?[] captured)
    {
        if (!_isCompiled)
        {
            if (_projection is null)
                return (T)(object)resource;
            Prepare(_projection);
        }

        return _make!(resource, captured);
    }

    // Several runs may count at once; that one of them is not counted, or compiles what another has compiled, does no harm.
    private void Prepare(Expression<Func<KlaviyoResource, object?[], T>> projection)
    {
        if (++_rows >= RowsBeforeCompiling)
        {
            _make = projection.Compile();
            _isCompiled = true;
        }
        else
        {
            _make ??= projection.Compile(preferInterpretation: true);
        }
    }
}
