using System.Linq.Expressions;
using KlaviyoLinq.Model;

namespace Shop.Subscribers;

/// <summary>A profile as clients of this API get it.</summary>
public sealed record Subscriber(string Id, string? Email, string? PhoneNumber, string? City, DateTimeOffset? Created)
{
    /// <summary>What is asked of Klaviyo: these five fields and no others.</summary>
    internal static Expression<Func<Profile, Subscriber>> Shape { get; } = p => new Subscriber(p.Id, p.Email, p.PhoneNumber, p.Location.City, p.Created);
}
