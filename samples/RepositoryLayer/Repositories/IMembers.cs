using System.Linq.Expressions;
using KlaviyoLinq.Model;
using Shop.Paging;

namespace Shop.Repositories;

/// <summary>Members of a list.</summary>
public interface IMembers
{
    /// <summary>A page of the members of a list, with only what the shape reads.</summary>
    Task<Page<TRow>> PageAsync<TRow>(string listId, Expression<Func<Profile, TRow>> shape, PageRequest page, CancellationToken cancel);
}
