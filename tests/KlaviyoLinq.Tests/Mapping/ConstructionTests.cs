using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>Tests of how objects of mapped classes are constructed and filled, and of the classes that <c>Map</c> refuses.</summary>
public sealed class ConstructionTests
{
    private const string Thing = """{"type":"thing","id":"T1","attributes":{"name":"a","size":3,"state":"open"}}""";

    public enum State
    {
        Closed,
        Open,
    }

    public sealed class Private
    {
        private Private()
        {
        }

        public string Id { get; private set; } = "";

        public string? Name { get; private set; }

        public int Size { get; init; }
    }

    public sealed class Bound(string id, int size)
    {
        public string Id { get; } = id;

        public int Size => size;

        public string? Name { get; set; }
    }

    public sealed record Positional(string Id, string? Name, int Size, State State = State.Closed);

    public abstract record Base(string Id)
    {
        public int Size { get; private set; }
    }

    public sealed record Derived(string Id, string? Name) : Base(Id);

    public sealed class Unfilled
    {
        public string Id { get; } = "";
    }

    public sealed class Foreign(string other)
    {
        public string Id { get; init; } = other;
    }

    public sealed class Computed
    {
        public string Id { get; init; } = "";

        [Filterable(KlaviyoFilterOperators.Equals)]
        public string Twice => Id + Id;
    }

    public sealed class Typed<T>
    {
        public string Id { get; init; } = "";

        public T? Value { get; init; }
    }

    public sealed class Filtered<T>
    {
        public string Id { get; init; } = "";

        [Filterable(KlaviyoFilterOperators.Equals | KlaviyoFilterOperators.Order)]
        public T? Value { get; init; }
    }

    public sealed class WithId<T>
    {
        public T? Id { get; init; }
    }

    public abstract class Nothing;

    public enum Twins
    {
        One = 1,
        Uno = 1,
    }

    [Flags]
    public enum Bits
    {
        A = 1,
        B = 2,
    }

    [Fact]
    public async Task Private_setters_and_constructors_are_used()
    {
        Private read = (await ReadAsync<Private>()).Single();
        (read.Id, read.Name, read.Size).Should().Be(("T1", "a", 3));
        Bound bound = (await ReadAsync<Bound>()).Single();
        (bound.Id, bound.Name, bound.Size).Should().Be(("T1", "a", 3));
        (await ReadAsync<Positional>()).Should().Equal(new Positional("T1", "a", 3, State.Open));
        Derived derived = (await ReadAsync<Derived>()).Single();
        (derived.Id, derived.Name, derived.Size).Should().Be(("T1", "a", 3));
    }

    [Fact]
    public async Task A_member_that_was_not_sent_has_the_constructors_default()
    {
        (await ReadAsync<Positional>("""{"type":"thing","id":"T1","attributes":{"name":null}}""")).Should().Equal(new Positional("T1", null, 0));
    }

    [Theory]
    [InlineData("\"state\":\"half\"", "one of closed, open", "a string of another form")]
    [InlineData("\"state\":1", "one of closed, open", "a number of another form")]
    [InlineData("\"state\":null", "one of closed, open for State, which has no null (declare it as State? to read one)", "null")]
    [InlineData("\"state\":\"\"", "one of closed, open for State, which has no null (declare it as State? to read one)", "an empty string")]
    [InlineData("\"size\":null", "a whole number for Size, which has no null (declare it as Int32? to read one)", "null")]
    [InlineData("\"size\":99999999999", "a whole number", "a number of another form")]
    public async Task A_value_that_the_class_has_no_place_for_is_an_error_and_never_zero(string attribute, string expected, string found)
    {
        KlaviyoMaterializationException failure = (
            await FluentActions.Awaiting(() => ReadAsync<Positional>($$"""{"type":"thing","id":"T1","attributes":{ {{attribute}} } }"""))
            .Should().ThrowExactlyAsync<KlaviyoMaterializationException>()).Which;
        (failure.Expected, failure.Found, failure.ResourceId, failure.JsonPath).Should().Be((expected, found, "T1", "attributes." + attribute.Split('"')[1]));
    }

    [Theory]
    [InlineData("007")]
    [InlineData("x")]
    [InlineData("99999999999")]
    public async Task An_id_that_its_type_would_spell_in_another_way_is_an_error(string id) =>
        (await FluentActions.Awaiting(() => ReadAsync<WithId<int>>($$"""{"type":"thing","id":"{{id}}"}"""))
                .Should().ThrowExactlyAsync<KlaviyoMaterializationException>())
            .Which.JsonPath.Should().Be("id");

    [Fact]
    public async Task Ids_of_every_type_are_read()
    {
        (await ReadAsync<WithId<long>>("""{"type":"thing","id":"-7"}""")).Single().Id.Should().Be(-7);
        (await ReadAsync<WithId<Guid>>("""{"type":"thing","id":"0123abcd-0000-0000-0000-000000000000"}"""))
            .Single().Id.Should().Be(new Guid("0123abcd-0000-0000-0000-000000000000"));
        await FluentActions.Awaiting(() => ReadAsync<WithId<Guid>>("""{"type":"thing","id":"0123ABCD-0000-0000-0000-000000000000"}"""))
            .Should().ThrowExactlyAsync<KlaviyoMaterializationException>();
    }

    [Fact]
    public void A_class_that_cannot_be_filled_is_refused_by_the_propertys_name()
    {
        Refused<Unfilled>("*Unfilled.Id*it cannot be set*'init'*");
        Refused<Foreign>("*Foreign*constructors has a parameter*");
        Refused<Computed>("*Computed.Twice*computed*");
        Refused<Nothing>("*Nothing*abstract*");
    }

    [Fact]
    public void A_type_that_cannot_be_read_or_filtered_as_mapped_is_refused_by_the_propertys_name()
    {
        Refused<Typed<object>>("*Value*Object*JsonElement*");
        Refused<Typed<char>>("*Value*Char*");
        Refused<Typed<Action>>("*Value*Action*");
        Refused<Typed<Stream>>("*Value*Stream*");
        Refused<Typed<Profile>>("*Value*Profile is a resource*Relationship*");
        Refused<Typed<Twins>>("*Twins*Uno*wire name*");
        Refused<Typed<Bits>>("*Bits*JsonNumberEnumConverter*");
        Refused<Filtered<State>>("*Value*order operators*");
        Refused<Filtered<Guid>>("*Value*order operators*");
        Refused<Filtered<float>>("*Value*double or a decimal*");
        Refused<Filtered<System.Text.Json.JsonElement>>("*Value*KlaviyoValue*");
        Refused<Filtered<List<string>>>("*Value*WhereUnchecked*");
        Refused<WithId<DateTime>>("*Id*DateTime*string, a whole number or a Guid*");
    }

    private static void Refused<T>(string message)
        where T : class =>
            FluentActions.Invoking(() => new KlaviyoOptions { ApiKey = Runs.Key }.Map<T>("thing", "/api/things"))
                .Should().Throw<KlaviyoConfigurationException>().WithMessage(message);

    private static async Task<List<T>> ReadAsync<T>(string thing = Thing)
        where T : class
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync($$$"""{"data":[{{{thing}}}],"links":{"next":null}}""");
        await using var klaviyo = new KlaviyoContext(Runs.Options(server.Address).Map<T>("thing", "/api/things"));
        return await klaviyo.Set<T>().ToListAsync();
    }
}
