using System.Reflection;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Testing.Tests;

public sealed class RoundTripTests : IAsyncLifetime
{
    private KlaviyoEmulator _source = null!;
    private KlaviyoEmulator _target = null!;
    private IReadOnlyList<KlaviyoResource> _resources = null!;

    public async Task InitializeAsync()
    {
        _source = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 60, Events = 100 });
        _target = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        _resources = WholeAccount.Read(_source);
        _target.Seed(_resources);
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _target.DisposeAsync();
    }

    [Fact]
    public void Every_type_of_the_model_comes_back_as_it_was_seeded()
    {
        Dictionary<(string, string), KlaviyoResource> back = WholeAccount.Read(_target).ToDictionary(r => (r.ResourceType, r.Id));

        _resources.Select(r => r.ResourceType).Distinct().Should().HaveCount(62);
        back.Should().HaveCount(_resources.Count);
        _resources.SelectMany(r => ModelComparison.Differences(r, back[(r.ResourceType, r.Id)], $"{r.ResourceType} {r.Id}")).Take(20).Should().BeEmpty();
    }

    [Fact]
    public void The_resources_that_are_compared_leave_no_member_of_the_model_out() =>
        WholeAccount.NeverSet(_resources, _source.Catalogue).Should().BeEquivalentTo(
            ["List.ProfileCount", "Segment.ProfileCount", "Profile.JoinedGroupAt", "ObjectSchema.ObjectTypeId", "ObjectType.ObjectSchemaId"],
            "the emulator counts and remembers these itself");

    [Fact]
    public async Task Members_that_no_class_has_come_back_within_their_object()
    {
        KlaviyoMap planet = new(new Dictionary<string, object?> { ["planet"] = new Dictionary<string, object?> { ["name"] = "Mars" } });
        _target.Seed([new Profile { Id = "from-mars", Location = new ProfileLocation { City = "Bonn", UnmappedMembers = planet } }]);
        await using KlaviyoContext klaviyo = _target.CreateContext();

        Profile back = (await klaviyo.Profiles.FindAsync("from-mars"))!;

        back.Location.City.Should().Be("Bonn");
        back.Location.UnmappedMembers.ToString().Should().Be(planet.ToString());
        back.Location.WasReceived("planet").Should().BeFalse();
    }

    [Fact]
    public async Task Every_set_of_a_context_answers_with_what_was_seeded()
    {
        await using KlaviyoContext klaviyo = _target.CreateContext();
        List<string> differences = [];
        int sets = 0;
        foreach (PropertyInfo property in typeof(KlaviyoContext).GetProperties())
            if (property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KlaviyoSet<>))
            {
                sets++;
                MethodInfo check = typeof(RoundTripTests).GetMethod(nameof(CheckAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
                differences.AddRange(
                    await (Task<IEnumerable<string>>)check.MakeGenericMethod(type.GenericTypeArguments).Invoke(this, [property.GetValue(klaviyo)])!);
            }

        sets.Should().BeGreaterThan(50);
        differences.Should().BeEmpty();
    }

    private async Task<IEnumerable<string>> CheckAsync<T>(KlaviyoSet<T> set)
        where T : KlaviyoResource
    {
        T expected = _resources.OfType<T>().First();
        T? actual = _target.Catalogue.FindSingle(expected.ResourceType) is null
            ? (await set.ToListAsync()).Find(resource => resource.Id == expected.Id)
            : await set.FindAsync(expected.Id);
        return actual is null
            ? [$"{expected.ResourceType} {expected.Id} was not found"]
            : ModelComparison.Differences(expected, actual, $"{expected.ResourceType} {expected.Id}", receivedOnly: true);
    }
}
