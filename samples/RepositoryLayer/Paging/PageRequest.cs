using System.ComponentModel.DataAnnotations;
using KlaviyoLinq;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Paging;

/// <summary>Page that a client requests: <c>?pageSize=50&amp;after=…</c>.</summary>
/// <param name="PageSize">How many rows; 20 where nothing is said.</param>
/// <param name="After">The checkpoint of the page before; none for the first page.</param>
public sealed record PageRequest(
    [FromQuery(Name = "pageSize"), Range(1, 100)] int PageSize = 20,
    [FromQuery(Name = "after"), Checkpoint] string? After = null)
{
    internal KlaviyoCheckpoint? Checkpoint => After is null ? null : KlaviyoCheckpoint.Parse(After);
}
