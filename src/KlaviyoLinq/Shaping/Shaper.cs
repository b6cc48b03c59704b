using System.Linq.Expressions;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>
/// Turns resources into rows. A projection is interpreted at first, because compiling it costs more than reading a few pages; a stream
/// that goes on is worth the compiler.
/// </summary>
internal sealed class Shaper<T>
{
    // Measured: about this many rows pay for one compilation.
    private const int RowsBeforeCompiling = 1_900;

    private readonly Expression<Func<KlaviyoResource, T>>? _projection;
    private Func<KlaviyoResource, T>? _shape;
    private int _rows;

    private Shaper(Expression<Func<KlaviyoResource, T>>? projection) => _projection = projection;

    internal static Shaper<T> For(LambdaExpression projection, ModelMap model)
    {
        MappedResource? map = model.Find(projection.Parameters[0].Type);
        if (projection.Body == projection.Parameters[0])
            return map is null ? new Shaper<T>(null) : new Shaper<T>(resource => (T)MappedReader.Read(map, model, resource));

        ParameterExpression resource = Expression.Parameter(typeof(KlaviyoResource), "resource");
        Expression body = Expression.Block(
            [projection.Parameters[0]],
            Expression.Assign(projection.Parameters[0], Expression.Convert(Queried(resource, map, model), projection.Parameters[0].Type)),
            NullPropagation.Through(projection.Body, projection.Parameters[0]));
        return new Shaper<T>(Expression.Lambda<Func<KlaviyoResource, T>>(body, resource));
    }

    // A class of the user's own is filled from what was sent before the projection sees it.
    private static Expression Queried(ParameterExpression resource, MappedResource? map, ModelMap model) => map is null
        ? resource
        : Expression.Call(((Func<MappedResource, ModelMap, KlaviyoResource, object>)MappedReader.Read).Method, Expression.Constant(map), Expression.Constant(model), resource);

    internal T Shape(KlaviyoResource resource)
    {
        if (_projection is null)
            return (T)(object)resource;
        if (_rows++ == 0)
            _shape = _projection.Compile(preferInterpretation: true);
        else if (_rows == RowsBeforeCompiling)
            _shape = _projection.Compile();
        return _shape!(resource);
    }
}
