using KlaviyoLinq.Model;
using Shop.Specifications;

namespace Shop.Subscribers;

/// <summary>Filter of subscribers, as clients send it.</summary>
/// <param name="Since">Joined after this moment.</param>
/// <param name="Until">Joined before this moment.</param>
/// <param name="Contact">An e-mail address or a telephone number.</param>
/// <param name="FirstName">Klaviyo cannot filter by it. Nothing here knows that: whoever requests it receives the library's own refusal.</param>
public sealed record SubscriberFilter(DateTimeOffset? Since, DateTimeOffset? Until, string? Contact, string? FirstName)
{
    internal Specification<Profile> Specification
    {
        get
        {
            Specification<Profile> all = SubscriberSpecifications.OldestFirst;
            if (Since is { } since)
                all = all.And(SubscriberSpecifications.JoinedAfter(since));
            if (Until is { } until)
                all = all.And(SubscriberSpecifications.JoinedBefore(until));
            if (Contact is { Length: > 0 })
                all = all.And(SubscriberSpecifications.ReachableAt(Contact));
            if (FirstName is { Length: > 0 })
                all = all.And(SubscriberSpecifications.Called(FirstName));
            return all;
        }
    }
}
