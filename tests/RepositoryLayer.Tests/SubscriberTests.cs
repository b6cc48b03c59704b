using System.Net.Http.Json;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using Shop.Specifications;
using Shop.Subscribers;

namespace Shop.Tests;

/// <summary>Single rows, numbers and streams; and specifications, here over Klaviyo and over a list.</summary>
public sealed class SubscriberTests
{
    [Fact]
    public async Task One_subscriber_is_requested_by_id_and_returned_as_stored()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        Subscriber wanted = shop.Emulator.Subscribers()[3];

        (await shop.Client.GetFromJsonAsync<Subscriber>($"/subscribers/{wanted.Id}")).Should().Be(wanted);
        shop.Emulator.Requests.Should().ContainSingle().Which.ToString().Should().Contain(wanted.Id).And.Contain("fields");
    }

    [Fact]
    public async Task A_contact_is_looked_for_among_addresses_and_numbers_by_one_request_each()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        Subscriber[] wanted = [.. shop.Emulator.Subscribers().Where(s => s.Email is not null && s.PhoneNumber is not null).Take(1)];
        string contact = Uri.EscapeDataString(wanted[0].PhoneNumber!);

        (await shop.PageAsync<Subscriber>($"/subscribers?contact={contact}")).Rows.Should().Equal(wanted);

        shop.Emulator.Requests.Select(request => request.Parameter("filter")).Should().BeEquivalentTo(
            [$"equals(email,\"{wanted[0].PhoneNumber}\")", $"equals(phone_number,\"{wanted[0].PhoneNumber}\")"]);
    }

    [Fact]
    public async Task Everybody_comes_as_a_stream_and_is_counted_with_ids_only()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        List<Subscriber> all = shop.Emulator.Subscribers();

        (await shop.Client.GetFromJsonAsync<List<Subscriber>>("/subscribers/all")).Should().Equal(all.OrderBy(s => s.Created));
        (await shop.Client.GetFromJsonAsync<int>("/subscribers/count")).Should().Be(all.Count);
        shop.Emulator.Requests[^1].Parameter("fields[profile]").Should().Be("id");
    }

    [Fact]
    public void A_specification_means_the_same_over_a_list()
    {
        DateTimeOffset noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Profile[] people =
        [
            new() { Id = "late", Email = "a", Created = noon.AddHours(2) },
            new() { Id = "early", PhoneNumber = "a", Created = noon.AddHours(1) },
            new() { Id = "other", Email = "b", Created = noon.AddHours(3) },
            new() { Id = "before", Email = "a", Created = noon },
        ];
        Specification<Profile> wanted = SubscriberSpecifications.OldestFirst.And(SubscriberSpecifications.JoinedAfter(noon))
            .And(SubscriberSpecifications.ReachableAt("a"));

        wanted.Of(people.AsQueryable()).Select(p => p.Id).Should().Equal("early", "late");
        Specification<Profile>.All.Or(wanted).Of(people.AsQueryable()).Should().HaveCount(4);
    }
}
