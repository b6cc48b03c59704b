using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Model;

public sealed class KlaviyoMapTests
{
    private readonly KlaviyoMap _map = Map("""
        {"plan":"gold","seats":"12","price":19.5,"trial":"TRUE","since":"2026-07-01 08:00:00","nothing":null,"blank":"",
         "address":{"city":"Köln"},"tags":["a","b"],"caf\u00e9":"\ud83d","plan2":"x","plan2":"y"}
        """);

    [Fact]
    public void Typed_getters_read_what_is_there()
    {
        _map.GetString("plan").Should().Be("gold");
        _map.GetString("price").Should().Be("19.5");
        _map.GetInteger("seats").Should().Be(12);
        _map.GetNumber("price").Should().Be(19.5);
        _map.GetBoolean("trial").Should().BeTrue();
        _map.GetDateTime("since").Should().Be(new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero));
        _map.GetMap("address")!.GetString("city").Should().Be("Köln");
        _map.GetString("café").Should().Be("\uFFFD", "a lone surrogate is no reason to fail");
        _map.GetString("plan2").Should().Be("y", "the last of two counts");
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("nothing")]
    [InlineData("Plan")]
    public void Absent_and_null_values_read_as_null(string key)
    {
        _map.GetString(key).Should().BeNull();
        _map.GetInteger(key).Should().BeNull();
        _map.GetNumber(key).Should().BeNull();
        _map.GetBoolean(key).Should().BeNull();
        _map.GetDateTime(key).Should().BeNull();
        _map.GetMap(key).Should().BeNull();
        _map[key].Should().Be(KlaviyoValue.Null);
        _map.Contains(key).Should().Be(key == "nothing");
    }

    [Fact]
    public void The_indexer_gives_scalars()
    {
        _map["plan"].AsString().Should().Be("gold");
        (_map["price"] == 19.5).Should().BeTrue();
        _map["seats"].AsInteger().Should().Be(12);
        FluentActions.Invoking(() => _map["tags"]).Should().Throw<KlaviyoMaterializationException>().Which.JsonPath.Should().Be("$['tags']");
    }

    [Fact]
    public void A_value_of_another_kind_is_refused_by_key_without_being_shown()
    {
        KlaviyoMaterializationException failure = FluentActions.Invoking(() => _map.GetInteger("plan"))
            .Should().ThrowExactly<KlaviyoMaterializationException>().Which;

        failure.Message.Should().Contain("a whole number").And.Contain("$['plan']").And.NotContain("gold");
        FluentActions.Invoking(() => _map.GetMap("tags")).Should().Throw<KlaviyoMaterializationException>();
        FluentActions.Invoking(() => _map.GetDateTime("price")).Should().Throw<KlaviyoMaterializationException>();
        _map.GetNumber("blank").Should().BeNull();
    }

    [Fact]
    public void Keys_come_in_the_order_of_the_answer()
    {
        _map.Keys.Should().StartWith(["plan", "seats", "price"]).And.HaveCount(11);
        _map.Count.Should().Be(11);
        _map.Select(member => member.Key).Should().Equal(_map.Keys);
        _map.TryGetValue("tags", out JsonElement tags).Should().BeTrue();
        tags.GetArrayLength().Should().Be(2);
    }

    [Fact]
    public void A_map_can_be_made_by_hand()
    {
        var map = new KlaviyoMap(new Dictionary<string, object?>
        {
            ["text"] = "a",
            ["whole"] = 3,
            ["real"] = 2.5,
            ["flag"] = true,
            ["nothing"] = null,
            ["moment"] = new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero),
            ["day"] = new DateOnly(2026, 7, 1),
            ["value"] = (KlaviyoValue)7,
            ["list"] = new[] { "x", "y" },
            ["map"] = new Dictionary<string, object?> { ["inner"] = _map },
        });

        map.ToString().Should().StartWith("""{"text":"a","whole":3,"real":2.5,"flag":true,"nothing":null,"moment":"2026-07-01T08:00:00+00:00","day":"2026-07-01","value":7,"list":["x","y"],"map":{"inner":{""");
        map.GetDateTime("moment").Should().Be(new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero));
        map.GetMap("map")!.GetMap("inner")!.GetString("plan").Should().Be("gold");
    }

    [Fact]
    public void Values_without_a_JSON_form_are_refused()
    {
        FluentActions.Invoking(() => new KlaviyoMap(new Dictionary<string, object?> { ["a"] = new object() })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new KlaviyoMap(JsonElement.Parse("[]"))).Should().Throw<ArgumentException>();
    }

    private static KlaviyoMap Map(string json) => new(JsonElement.Parse(json));
}
