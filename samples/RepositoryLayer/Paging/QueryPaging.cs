using KlaviyoLinq;
using KlaviyoLinq.Repositories;

namespace Shop.Paging;

/// <summary>One page of a query.</summary>
internal static class QueryPaging
{
    /// <summary>
    /// Asks for the page after the request's checkpoint: one request to Klaviyo, unless that answers with an empty page that is not the last.
    /// </summary>
    internal static async Task<Page<T>> PageAsync<T>(this IQueryable<T> query, PageRequest request, CancellationToken cancel)
    {
        await foreach (KlaviyoPage<T> page in query.PageSize(request.PageSize).ResumeFrom(request.Checkpoint).AsPages().WithCancellation(cancel))
            if (page.Items.Count > 0 || page.Cursor is null)
                return new Page<T>(page.Items, page.Cursor is not null, page.Checkpoint);
        throw new InvalidOperationException("A query ended without a last page.");
    }
}
