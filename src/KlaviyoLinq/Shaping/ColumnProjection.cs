using System.Linq.Expressions;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>A projection that needs no object of the model: it makes its rows of the columns that it reads.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Body">What makes a row of <see cref="ColumnReads.Row"/>.</param>
internal sealed record ColumnProjection(ColumnSet Columns, Expression Body)
{
    /// <summary>The same projection over columns; null where it reads a resource otherwise, and where the class is the user's own.</summary>
    /// <param name="projection">From the queried resource to a row.</param>
    /// <param name="model">The classes that the user has mapped.</param>
    /// <param name="sortedBy">What the query is sorted by, which is read as well: a run may have to continue by it. Null for no sort.</param>
    /// <param name="isLenient">Whether members of free-form objects that are of another kind than requested read as null.</param>
    internal static ColumnProjection? Of(LambdaExpression projection, ModelMap model, string? sortedBy, bool isLenient = false)
    {
        ParameterExpression resource = projection.Parameters[0];
        if (!resource.Type.IsSealed || model.Find(resource.Type) is not null || MemberMap.TypeOf(resource.Type) is not { } type)
            return null;
        ColumnReads reads = new(resource);
        Expression body = NullPropagation.Through(projection.Body, resource, ColumnReads.Row, reads, isLenient);
        if (sortedBy is not null)
            reads.Add(sortedBy);
        return reads.HasOther ? null : new ColumnProjection(new ColumnSet(type, reads.Columns), body);
    }

    /// <summary>The projection as a function of any resource, which must be one of columns.</summary>
    internal Expression<Func<KlaviyoResource, object?[], T>> Lambda<T>()
    {
        ParameterExpression resource = Expression.Parameter(typeof(KlaviyoResource), "resource");
        Expression body = Expression.Block(
            [ColumnReads.Row],
            Expression.Assign(ColumnReads.Row, Expression.Convert(resource, typeof(ColumnResource))),
            Body);
        return Expression.Lambda<Func<KlaviyoResource, object?[], T>>(body, resource, Projection.Captured);
    }
}
