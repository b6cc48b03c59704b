using System.Linq.Expressions;
using KlaviyoLinq.Model;

namespace Shop.Subscribers;

/// <summary>A profile as clients of this API get it.</summary>
public sealed record Subscriber(string Id, string? Email, string? PhoneNumber, string? City, DateTimeOffset? Created)
{
    /// <summary>Projection that requests these five fields only.</summary>
    internal static Expression<Func<Profile, Subscriber>> Shape { get; } = p => new Subscriber(p.Id, p.Email, p.PhoneNumber, p.Location.City, p.Created);
}
