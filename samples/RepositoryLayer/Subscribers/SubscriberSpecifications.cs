using KlaviyoLinq.Model;
using Shop.Specifications;

namespace Shop.Subscribers;

/// <summary>Specifications of profiles in this shop's terms.</summary>
public static class SubscriberSpecifications
{
    /// <summary>All profiles, oldest first.</summary>
    public static Specification<Profile> OldestFirst { get; } = Specification<Profile>.All.OrderBy(p => p.Created);

    public static Specification<Profile> WithId(string id) => Specification<Profile>.All.Where(p => p.Id == id);

    public static Specification<Profile> JoinedAfter(DateTimeOffset moment) => Specification<Profile>.All.Where(p => p.Created > moment);

    public static Specification<Profile> JoinedBefore(DateTimeOffset moment) => Specification<Profile>.All.Where(p => p.Created < moment);

    public static Specification<Profile> Called(string firstName) => Specification<Profile>.All.Where(p => p.FirstName == firstName);

    /// <summary>Selects profiles with an e-mail address or a telephone number.</summary>
    public static Specification<Profile> ReachableAt(string contact) =>
        Specification<Profile>.All.Where(p => p.Email == contact).Or(Specification<Profile>.All.Where(p => p.PhoneNumber == contact));
}
