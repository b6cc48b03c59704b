using KlaviyoLinq.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Paging;
using Shop.Repositories;

namespace Shop.Subscribers;

/// <summary>Profiles over HTTP. Every handler hands its cancellation on: when a client goes away, so does the request to Klaviyo.</summary>
internal static class SubscriberEndpoints
{
    internal static void MapSubscribers(this IEndpointRouteBuilder app)
    {
        app.MapGet("/subscribers", PageAsync);
        app.MapGet("/subscribers/count", CountAsync);
        app.MapGet("/subscribers/all", All);
        app.MapGet("/subscribers/{id}", FindAsync);
        app.MapGet("/lists/{id}/subscribers", MembersAsync);
    }

    private static Task<Page<Subscriber>> PageAsync(
        [AsParameters] SubscriberFilter filter, [AsParameters] PageRequest page, IRepository<Profile> profiles, CancellationToken cancel) =>
        profiles.PageAsync(filter.Specification, Subscriber.Shape, page, cancel);

    private static Task<int> CountAsync([AsParameters] SubscriberFilter filter, IRepository<Profile> profiles, CancellationToken cancel) =>
        profiles.CountAsync(filter.Specification, cancel);

    // A stream of JSON, written as the pages come. The server itself enumerates it, with the request's cancellation.
    private static IAsyncEnumerable<Subscriber> All([AsParameters] SubscriberFilter filter, IRepository<Profile> profiles) =>
        profiles.StreamAsync(filter.Specification, Subscriber.Shape);

    private static async Task<Results<Ok<Subscriber>, NotFound>> FindAsync(string id, IRepository<Profile> profiles, CancellationToken cancel) =>
        await profiles.FirstOrDefaultAsync(SubscriberSpecifications.WithId(id), Subscriber.Shape, cancel) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    private static Task<Page<Subscriber>> MembersAsync(string id, [AsParameters] PageRequest page, IMembers members, CancellationToken cancel) =>
        members.PageAsync(id, Subscriber.Shape, page, cancel);
}
