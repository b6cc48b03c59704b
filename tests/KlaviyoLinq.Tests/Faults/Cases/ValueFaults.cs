using KlaviyoLinq.Errors;
using static KlaviyoLinq.Tests.Faults.ServerActions;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Values that cannot be read as their property's type, by no leniency.</summary>
internal static class ValueFaults
{
    private const string Group = "Values of another kind";

    private static readonly Outcome _unreadable = Outcome.Once<KlaviyoMaterializationException>(
        "`ResourceId` and `JsonPath` name the place. Leave the field out with `Select`, and report it.");

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        Attribute("an object for a string", "first_name", "{\"secret\":1}", "a string", "an object"),
        Attribute("an array for a string", "first_name", "[\"secret\"]", "a string", "an array"),
        Attribute("a string for an object", "location", "\"secret\"", "an object", "a string of another form"),
        Attribute("an array for an object", "location", "[]", "an object", "an array"),
        Attribute("a string for a free-form object", "properties", "\"secret\"", "an object", "a string of another form"),
        Attribute("a number for a date", "created", "1752573600", "a date-time", "a number of another form"),
        Attribute("words for a date", "created", "\"secret\"", "a date-time", "a string of another form"),
        Attribute("a day that does not exist", "created", "\"2026-02-30T00:00:00Z\"", "a date-time", "a string of another form"),
        Attribute("a date in the order of another country", "created", "\"07/15/2026\"", "a date-time", "a string of another form"),
        Inner("words for a number", "historic_clv", "\"secret\"", "a number"),
        Inner("a boolean for a number", "historic_clv", "true", "a number"),
        Inner("1e400 for a number", "historic_clv", "1e400", "a number"),
        Whole("a whole number of thirty digits", "profile_count", "999999999999999999999999999999"),
        Whole("1e400 for a whole number", "profile_count", "1e400"),
        Whole("a fraction for a whole number", "profile_count", "1.5"),
        Resource(
            "resources of another type than requested", page => page.Replace("\"type\":\"profile\"", "\"type\":\"friend\""), "$.data[0].type",
            "a resource of type 'profile'", "friend"),
        Resource("a resource that is a string", page => page.Replace("\"data\":[", "\"data\":[\"secret\","), "$.data[0]", "a resource", null),
        Resource("a resource that is null", page => page.Replace("\"data\":[", "\"data\":[null,"), "$.data[0]", "a resource", null),
        Resource("a resource without a type", page => page.Replace("\"type\":\"profile\",", ""), "$.data[0]", "a resource with type and id", null),
        Resource("a resource without an id", page => page.Replace("\"id\":", "\"key\":"), "$.data[0]", "a resource with type and id", null),
        Make("a resource with an empty id", page => page.Replace("\"id\":\"", "\"id\":\"\",\"x\":\""), "$.data[0].id", "an id", null, "profile", ""),
        Make("a resource with a Boolean id", page => page.Replace("\"id\":\"", "\"id\":true,\"x\":\""), "$.data[0].id", "an id", null, "profile", "true"),
        Resource(
            "attributes twice", page => page.Replace("\"attributes\":", "\"attributes\":{},\"attributes\":"), "$.data[0].attributes",
            "each member of a resource once", "profile"),
        Resource(
            "attributes that are an array", page => page.Replace("\"attributes\":", "\"attributes\":[],\"x\":"), "$.data[0].attributes", "an object",
            "profile"),
        Resource("relationships that are a string", Relationships("\"secret\""), "$.data[0].relationships", "an object", "profile"),
        Resource(
            "a relationship to a resource without an id", Relationships("{\"lists\":{\"data\":[{\"type\":\"list\"}]}}"),
            "$.data[0].relationships.lists.data[0]", "a resource identifier with type and id", "profile"),
        Resource(
            "included that is a string", page => page.Replace("\"links\":", "\"included\":\"secret\",\"links\":"), "$.included", "an array of resources", null),
        Included("words for a date in an included resource", "{\"created\":\"secret\"}", "$.included[0].attributes.created", "a date-time"),
        Included("an array for the attributes of an included resource", "[]", "$.included[0].attributes", "an object"),
        Resource("links that are a string", page => page.Replace("\"links\":", "\"links\":\"secret\",\"x\":"), "$.links", "an object", null),
    ];

    private static FaultCase Attribute(string name, string attribute, string value, string expected, string found) =>
        Make(
            name, page => page.Replace("\"attributes\":{", $"\"attributes\":{{\"{attribute}\":{value},"), $"$.data[0].attributes.{attribute}",
            expected, found, "profile");

    private static FaultCase Inner(string name, string attribute, string value, string expected) =>
        Make(
            name, page => page.Replace("\"attributes\":{", $"\"attributes\":{{\"predictive_analytics\":{{\"{attribute}\":{value}}},"),
            $"$.data[0].attributes.predictive_analytics.{attribute}", expected, null, "profile");

    private static FaultCase Whole(string name, string attribute, string value) =>
        Make(
            name, page => page.Replace("\"attributes\":{", $"\"attributes\":{{\"{attribute}\":{value},"), $"$.data[0].attributes.{attribute}",
            "a whole number", "a number of another form", "list") with
        {
            Resource = "list",
            Query = klaviyo => klaviyo.Lists.AsAsyncEnumerable(),
        };

    private static FaultCase Resource(string name, Func<string, string> change, string path, string expected, string? type) =>
        Make(name, change, path, expected, null, type);

    private static FaultCase Included(string name, string attributes, string path, string expected) => Make(
        name,
        page => Relationships("{\"lists\":{\"data\":[{\"type\":\"list\",\"id\":\"L\"}]}}")(page)
            .Replace("\"links\":", $"\"included\":[{{\"type\":\"list\",\"id\":\"L\",\"attributes\":{attributes}}}],\"links\":"),
        path,
        expected,
        null,
        "list",
        "L");

    private static Func<string, string> Relationships(string value) => page => page.Replace(",\"attributes\"", $",\"relationships\":{value},\"attributes\"");

    private static FaultCase Make(string name, Func<string, string> change, string path, string expected, string? found, string? type, string? id = null) =>
        new(Group, name, Document(change), _unreadable)
    {
        MessageParts = [path, expected],
        Check = failure =>
        {
            var unreadable = (KlaviyoMaterializationException)failure;
            (unreadable.JsonPath, unreadable.Expected, unreadable.ResourceType).Should().Be((path, expected, type));
            unreadable.Found.Should().Be(found ?? unreadable.Found);
            unreadable.ResourceId.Should().Be(id ?? (type is null ? null : FaultPages.Ids(failure.Page)[0]));
        },
    };
}
