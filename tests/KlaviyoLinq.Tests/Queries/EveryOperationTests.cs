using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>Walks all operations of the catalogue that take a private key and reaches each by a query, through the public surface alone.</summary>
public sealed class EveryOperationTests(EmulatedAccount account) : QueryTests(account)
{
    private static readonly Dictionary<string, Type> _types = typeof(KlaviyoResource).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(KlaviyoResource)) && type.GetCustomAttribute<WireNameAttribute>() is not null)
        .ToDictionary(type => type.GetCustomAttribute<WireNameAttribute>()!.Name);

    public static TheoryData<string> Paths => [.. KlaviyoCatalogue.Newest.Reads.Where(o => !o.IsClient).Select(o => o.Path)];

    [Fact]
    public void There_are_200_operations_to_walk() => Paths.Should().HaveCount(200);

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_operation_is_reached_by_a_query_and_gives_the_rows_that_are_there(string path)
    {
        ReadFacts operation = KlaviyoCatalogue.Newest.FindRead(path)!;
        MethodInfo walk = GetType().GetMethod(nameof(Walk), BindingFlags.Instance | BindingFlags.NonPublic)!;
        await (Task)walk.MakeGenericMethod(_types[operation.ParentType ?? operation.ResourceType], _types[operation.ResourceType]).Invoke(this, [operation])!;
    }

    private Task Walk<TParent, T>(ReadFacts operation)
        where TParent : KlaviyoResource
        where T : KlaviyoResource
    {
        if (operation.ParentType is null && operation.IsCollection)
            return Reaches(operation, null, Required(Set<T>()), Data.Of<T>().Where(IsRequired));
        if (operation.ParentType is null)
            return Reaches(operation, Data.Of<T>().First().Id, Set<T>()[Data.Of<T>().First().Id], [Data.Of<T>().First()]);

        // /api/profiles/{id}/conversation is the older spelling of /conversations, which is what the resource itself shows.
        PropertyInfo navigation = typeof(TParent).GetProperties()
            .Where(
                p =>
                    p.GetCustomAttribute<RelationshipAttribute>()?.Name is { } name && (name == operation.Relationship || name == operation.Relationship + "s"))
            .MinBy(p => p.GetCustomAttribute<RelationshipAttribute>()!.Name.Length)!;
        TParent parent = Data.Of<TParent>().First(p => Related<T>(navigation, p).Any());
        MethodInfo way = typeof(KlaviyoRelated).GetMethod("get_" + Pascal(operation.Relationship!), [typeof(KlaviyoReference<TParent>)])!;
        var related = (IKlaviyoQueryable<T>)way.Invoke(null, [Set<TParent>()[parent.Id]])!;
        return Reaches(operation, parent.Id, related, Related<T>(navigation, parent));
    }

    private async Task Reaches<T>(ReadFacts operation, string? id, IKlaviyoQueryable<T> query, IEnumerable<T> rows)
        where T : KlaviyoResource
    {
        T[] held = [.. rows.OrderBy(row => row.Id, StringComparer.Ordinal)];
        held.Should().NotBeEmpty();
        Emulator.ClearRequests();

        if (operation.IdentifiersOnly)
        {
            (await query.Select(row => row.Id).ToListAsync()).Order(StringComparer.Ordinal).Should().Equal(held.Select(row => row.Id));
        }
        else
        {
            T[] sent = [.. (await query.ToListAsync()).OrderBy(row => row.Id, StringComparer.Ordinal)];
            sent.Select(row => row.Id).Should().Equal(held.Select(row => row.Id));
            foreach ((T row, T original) in sent.Zip(held))
                Values(row, original).Should().Equal(Values(original, row));
        }

        string path = id is null ? operation.Path : $"{operation.Path[..operation.Path.IndexOf('{')]}{Uri.EscapeDataString(id)}{operation.Path[(operation.Path.IndexOf('}') + 1)..]}";
        Emulator.Requests.Select(request => request.Path).Distinct().Should().Equal(path);
    }

    // Endpoints differ in which attributes they send; those that both have are the same.
    private static IEnumerable<string> Values<T>(T row, T other) =>
        from property in typeof(T).GetProperties().Where(property => property.CanRead)
        where property.GetCustomAttribute<WireNameAttribute>() is not null
            && (property.PropertyType.IsValueType || property.PropertyType == typeof(string))
            && property.GetValue(row) is not null && property.GetValue(other) is not null
        select $"{property.Name}={property.GetValue(row)}";

    private KlaviyoSet<T> Set<T>() =>
        (KlaviyoSet<T>)typeof(KlaviyoContext).GetProperties().Single(p => p.PropertyType == typeof(KlaviyoSet<T>)).GetValue(Klaviyo)!;

    private static IEnumerable<T> Related<T>(PropertyInfo navigation, KlaviyoResource parent) => navigation.GetValue(parent) switch
    {
        IEnumerable<T> many => many,
        T one => [one],
        _ => [],
    };

    // Two collections demand a filter.
    private IKlaviyoQueryable<T> Required<T>(KlaviyoSet<T> set) => set switch
    {
        KlaviyoSet<Campaign> campaigns => (IKlaviyoQueryable<T>)campaigns.Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)),
        KlaviyoSet<CouponCode> codes => (IKlaviyoQueryable<T>)codes.Where(c => c.CouponId == Coupon),
        _ => set,
    };

    private bool IsRequired(KlaviyoResource resource) => resource switch
    {
        Campaign campaign => campaign.CampaignMessages.Any(m => m.Definition is CampaignMessageEmailMessageDefinition),
        CouponCode code => code.CouponId == Coupon,
        _ => true,
    };

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private string Coupon => Data.Of<CouponCode>().First().CouponId!;
}
