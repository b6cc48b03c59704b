using System.Linq.Expressions;
using KlaviyoLinq;
using KlaviyoLinq.Model;
using Shop.Paging;

namespace Shop.Repositories;

/// <summary>Members of a list of a Klaviyo account: <c>GET /api/lists/{id}/profiles</c>.</summary>
internal sealed class KlaviyoMembers(KlaviyoContext klaviyo) : IMembers
{
    private readonly IQueryable<List> _lists = klaviyo.Lists;

    public Task<Page<TRow>> PageAsync<TRow>(string listId, Expression<Func<Profile, TRow>> shape, PageRequest page, CancellationToken cancel) =>
        _lists.Where(list => list.Id == listId).SelectMany(list => list.Profiles).Select(shape).PageAsync(page, cancel);
}
