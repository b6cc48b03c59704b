using System.Linq.Expressions;
using KlaviyoLinq;
using KlaviyoLinq.Repositories;
using Shop.Paging;
using Shop.Specifications;

namespace Shop.Repositories;

/// <summary>
/// Rows that are in a Klaviyo account. It looks as it would over EF Core's sets; only the namespace of the asynchronous operators is another.
/// </summary>
internal sealed class KlaviyoRepository<T>(KlaviyoContext klaviyo) : IRepository<T>
    where T : class
{
    // Where a specification says "or", Klaviyo needs a request for each side. More than this is a mistake in a specification.
    private const int MaximumRequests = 4;

    private readonly IQueryable<T> _rows = klaviyo.Set<T>();

    public Task<TRow?> FirstOrDefaultAsync<TRow>(Specification<T> specification, Expression<Func<T, TRow>> shape, CancellationToken cancel) =>
        Query(specification).Select(shape).FirstOrDefaultAsync(cancel);

    public Task<int> CountAsync(Specification<T> specification, CancellationToken cancel) => Query(specification).CountAsync(cancel);

    public Task<Page<T>> PageAsync(Specification<T> specification, PageRequest page, CancellationToken cancel) => Query(specification).PageAsync(page, cancel);

    public Task<Page<TRow>> PageAsync<TRow>(Specification<T> specification, Expression<Func<T, TRow>> shape, PageRequest page, CancellationToken cancel) =>
        Query(specification).Select(shape).PageAsync(page, cancel);

    public IAsyncEnumerable<TRow> StreamAsync<TRow>(Specification<T> specification, Expression<Func<T, TRow>> shape) =>
        Query(specification).Select(shape).AsAsyncEnumerable();

    private IQueryable<T> Query(Specification<T> specification) =>
        specification.Inclusions.Aggregate(specification.Of(_rows), (rows, navigation) => rows.Include(navigation)).AllowFanOut(MaximumRequests);
}
