using System.Collections.Immutable;
using System.Linq.Expressions;

namespace Shop.Specifications;

/// <summary>
/// Specification of rows: predicate, order, and related resources to load. It is independent of where the rows are stored, can be composed, and is
/// tested over a list.
/// </summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public sealed record Specification<T>
{
    private Specification()
    {
    }

    /// <summary>Gets the specification of all rows, unsorted.</summary>
    public static Specification<T> All { get; } = new();

    /// <summary>Predicate of the rows; null for every row.</summary>
    public Expression<Func<T, bool>>? Predicate { get; private init; }

    /// <summary>Related resources to load with a row.</summary>
    public ImmutableArray<Expression<Func<T, object?>>> Inclusions { get; private init; } = [];

    private Func<IQueryable<T>, IQueryable<T>>? Order { get; init; }

    public Specification<T> Where(Expression<Func<T, bool>> predicate) => this with { Predicate = Joined(Predicate, predicate, Expression.AndAlso) };

    public Specification<T> OrderBy<TKey>(Expression<Func<T, TKey>> key) => this with { Order = rows => rows.OrderBy(key) };

    public Specification<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> key) => this with { Order = rows => rows.OrderByDescending(key) };

    public Specification<T> Include(Expression<Func<T, object?>> navigation) => this with { Inclusions = Inclusions.Add(navigation) };

    /// <summary>The rows that satisfy both. The order is this one's; the other's where this has none.</summary>
    public Specification<T> And(Specification<T> other) => this with
    {
        Predicate = Joined(Predicate, other.Predicate, Expression.AndAlso),
        Order = Order ?? other.Order,
        Inclusions = Inclusions.AddRange(other.Inclusions),
    };

    /// <summary>The rows that satisfy one of the two or both. The order is this one's; the other's where this has none.</summary>
    public Specification<T> Or(Specification<T> other) => And(other) with
    {
        Predicate = Predicate is null || other.Predicate is null ? null : Joined(Predicate, other.Predicate, Expression.OrElse),
    };

    /// <summary>The rows of a source that are specified, in the order that is specified. <see cref="Inclusions"/> are the source's own affair.</summary>
    public IQueryable<T> Of(IQueryable<T> source)
    {
        IQueryable<T> rows = Predicate is null ? source : source.Where(Predicate);
        return Order is null ? rows : Order(rows);
    }

    private static Expression<Func<T, bool>>? Joined(
        Expression<Func<T, bool>>? left, Expression<Func<T, bool>>? right, Func<Expression, Expression, Expression> join) =>
        left is null || right is null
            ? left ?? right
            : Expression.Lambda<Func<T, bool>>(join(left.Body, Expression.Invoke(right, left.Parameters)), left.Parameters);
}
