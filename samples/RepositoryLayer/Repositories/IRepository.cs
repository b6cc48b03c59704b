using System.Linq.Expressions;
using Shop.Paging;
using Shop.Specifications;

namespace Shop.Repositories;

/// <summary>Rows of one kind, wherever they are.</summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public interface IRepository<T>
    where T : class
{
    /// <summary>The first row that is specified, with only what the shape reads; null when there is none.</summary>
    Task<TRow?> FirstOrDefaultAsync<TRow>(Specification<T> specification, Expression<Func<T, TRow>> shape, CancellationToken cancel);

    /// <summary>Returns the number of rows that the specification selects.</summary>
    Task<int> CountAsync(Specification<T> specification, CancellationToken cancel);

    /// <summary>A page of the rows that are specified, whole.</summary>
    Task<Page<T>> PageAsync(Specification<T> specification, PageRequest page, CancellationToken cancel);

    /// <summary>A page of the rows that are specified, with only what the shape reads.</summary>
    Task<Page<TRow>> PageAsync<TRow>(Specification<T> specification, Expression<Func<T, TRow>> shape, PageRequest page, CancellationToken cancel);

    /// <summary>Streams the specified rows.</summary>
    IAsyncEnumerable<TRow> StreamAsync<TRow>(Specification<T> specification, Expression<Func<T, TRow>> shape);
}
