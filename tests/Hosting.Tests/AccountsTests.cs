using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>Tests of the services that are registered for added accounts.</summary>
public sealed class AccountsTests
{
    [Fact]
    public async Task A_context_of_the_services_queries_the_account_with_its_key()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(3, "pk_right");
        using IHost host = Applications.Build(services => services.AddKlaviyo(o => o.PointTo(emulator, "pk_right")));
        await host.StartAsync();

        List<string> ids = await host.Services.GetRequiredService<KlaviyoContext>().Profiles.Select(p => p.Id).ToListAsync();

        ids.Should().BeEquivalentTo(Ids(emulator.DefaultAccount));
        emulator.Requests.Should().ContainSingle().Which.Path.Should().Be("/api/profiles");
        host.Services.GetRequiredService<KlaviyoContext>().Should().BeSameAs(host.Services.GetRequiredService<KlaviyoContext>());
    }

    [Fact]
    public async Task Keyed_contexts_and_those_of_the_factory_query_each_their_account()
    {
        await using KlaviyoEmulator emulator = await TwoAccountsAsync();
        using IHost host = Applications.Build(services =>
        {
            services.AddKlaviyo("eu", o => o.PointTo(emulator, "pk_eu"));
            services.AddKlaviyo("us", o => o.PointTo(emulator, "pk_us"));
            services.AddSingleton<EuropeanReport>();
        });
        await host.StartAsync();
        IKlaviyoContextFactory factory = host.Services.GetRequiredService<IKlaviyoContextFactory>();

        List<string> european = await host.Services.GetRequiredService<EuropeanReport>().Klaviyo.Profiles.Select(p => p.Id).ToListAsync();
        List<string> american;
        await using (KlaviyoContext klaviyo = factory.CreateContext("us"))
            american = await klaviyo.Profiles.Select(p => p.Id).ToListAsync();

        european.Should().BeEquivalentTo(Ids(emulator.Account("eu"))).And.HaveCount(2);
        american.Should().BeEquivalentTo(Ids(emulator.Account("us"))).And.HaveCount(4);
        emulator.Requests.Select(request => request.Account).Should().Equal("eu", "us");
        factory.Names.Should().Equal("eu", "us");
        host.Services.GetService<KlaviyoContext>().Should().BeNull();
    }

    [Fact]
    public async Task A_context_of_the_factory_that_is_disposed_leaves_the_connections_to_the_others()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        using IHost host = Applications.Build(services => services.AddKlaviyo(o => o.PointTo(emulator)));
        IKlaviyoContextFactory factory = host.Services.GetRequiredService<IKlaviyoContextFactory>();
        await using KlaviyoContext stays = factory.CreateContext();
        await using (KlaviyoContext goes = factory.CreateContext())
            await goes.Profiles.ToListAsync();

        (await stays.Profiles.ToListAsync()).Should().HaveCount(3);
    }

    [Fact]
    public void A_name_that_was_not_added_is_answered_with_those_that_were()
    {
        using IHost host = Applications.Build(services => services.AddKlaviyo("eu", o => o.ApiKey = Applications.Key));

        host.Services.GetRequiredService<IKlaviyoContextFactory>().Invoking(factory => factory.CreateContext("ue"))
            .Should().Throw<ArgumentException>().WithMessage("No Klaviyo account is named 'ue'. The names are: 'eu'.*");
    }

    [Fact]
    public async Task A_context_class_of_ones_own_gets_its_options_and_other_services()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        using IHost host = Applications.Build(services =>
        {
            services.AddSingleton(new Greeting("hello"));
            services.AddKlaviyo<ShopContext>(o => o.PointTo(emulator));
            services.AddKlaviyo<ShopContext>(o => o.PointTo(emulator), "keyed", ServiceLifetime.Scoped);
        });
        await host.StartAsync();
        ShopContext shop = host.Services.GetRequiredService<ShopContext>();
        using IServiceScope scope = host.Services.CreateScope();

        List<string> ids = await shop.Customers.Select(p => p.Id).ToListAsync();

        shop.Hello.Should().Be("hello");
        ids.Should().BeEquivalentTo(Ids(emulator.DefaultAccount));
        emulator.Requests[^1].Path.Should().Be("/api/profiles");
        scope.ServiceProvider.GetRequiredKeyedService<ShopContext>("keyed").Should().NotBeSameAs(shop)
            .And.BeSameAs(scope.ServiceProvider.GetRequiredKeyedService<ShopContext>("keyed"));
        await using ShopContext made = host.Services.GetRequiredService<IKlaviyoContextFactory>().CreateContext<ShopContext>();
        made.Hello.Should().Be("hello");
    }

    private static IEnumerable<string> Ids(EmulatorAccount account) => account.Resources("profile").Select(profile => profile.GetProperty("id").GetString()!);

    private static Task<KlaviyoEmulator> TwoAccountsAsync() => KlaviyoEmulator.StartAsync(options =>
    {
        options.ApiKeys = ["pk_own"];
        options.Accounts.Add(new EmulatorAccountOptions("eu") { ApiKeys = ["pk_eu"], RandomSeed = 7, Data = new DataSize { Profiles = 2 } });
        options.Accounts.Add(new EmulatorAccountOptions("us") { ApiKeys = ["pk_us"], RandomSeed = 8, Data = new DataSize { Profiles = 4 } });
    });

    private sealed class EuropeanReport([FromKeyedServices("eu")] KlaviyoContext klaviyo)
    {
        internal KlaviyoContext Klaviyo => klaviyo;
    }
}
