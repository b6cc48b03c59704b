using System.Text;
using KlaviyoLinq.Model;
using static KlaviyoLinq.Tests.Faults.ServerActions;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Answers that deviate from the documents and are read nevertheless, as Klaviyo's own sometimes do.</summary>
internal static class LenientCases
{
    private const string Group = "Undocumented values that are read";

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        Profile("a number for a string", "\"external_id\":7", p => p.ExternalId, "7", "It is read as its text."),
        Profile("a boolean for a string", "\"external_id\":true", p => p.ExternalId, "true", "It is read as its text."),
        Profile("1e400 for a string", "\"external_id\":1e400", p => p.ExternalId, "1e400", "It is read as its text."),
        Profile("a string for a number", "\"location\":{\"latitude\":\"52.5\"}", p => p.Location.Latitude.AsNumber(), 52.5, "It is read as the number."),
        Profile("an empty string for a number", "\"location\":{\"latitude\":\"\"}", p => p.Location.Latitude.AsNumber(), null, "It is read as null."),
        Profile("a date with seconds", "\"created\":\"2026-07-01T22:35:06+00:00\"", p => p.Created, Moment(0), "Nothing."),
        Profile("a date with milliseconds", "\"created\":\"2026-07-01T22:35:06.867+00:00\"", p => p.Created, Moment(8_670_000), "Nothing."),
        Profile("a date with microseconds", "\"created\":\"2026-07-01T22:35:06.867005+00:00\"", p => p.Created, Moment(8_670_050), "Nothing."),
        Profile("a date with a space", "\"created\":\"2026-07-01 22:35:06+00:00\"", p => p.Created, Moment(0), "Nothing."),
        Profile("a date without an offset", "\"created\":\"2026-07-01T22:35:06\"", p => p.Created, Moment(0), "It is read as UTC."),
        Profile(
            "a date without a time", "\"created\":\"2026-07-01\"", p => p.Created, new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero),
            "It is read as midnight UTC."),
        Profile("an empty string for a date", "\"created\":\"\"", p => p.Created, null, "It is read as null."),
        Profile("an unknown attribute", "\"shoe_size\":{\"eu\":[44]}", p => p.FirstName, null, "It is passed over: map a class of your own to read it."),
        Profile("an attribute twice", "\"first_name\":\"Jane\",\"first_name\":\"Joan\"", p => p.FirstName, "Joan", "The last one counts."),
        Profile("an attribute whose name is half a surrogate pair", "\"\\ud83d\":1", p => p.FirstName, null, "It is passed over."),
        Profile("a string with half a surrogate pair", "\"first_name\":\"Jane \\ud83d\"", p => p.FirstName, "Jane \uFFFD", "The half is read as U+FFFD."),
        Profile(
            "a huge number among free-form properties", "\"properties\":{\"n\":1e400}", p => p.Properties.GetString("n"), "1e400", "It is kept as it stands."),
        Page("an unknown member of a resource", page => page.Replace("{\"type\"", "{\"secret\":[{}],\"type\"")),
        Page("a member of a resource whose name is half a surrogate pair", page => page.Replace("{\"type\"", "{\"\\ud83d\":1,\"type\"")),
        Page("an unknown member of the document", page => page.Replace("{\"data\"", "{\"jsonapi\":{\"version\":\"1.0\"},\"\\ud83d\":1,\"data\"")),
        Page("a link whose name is half a surrogate pair", page => page.Replace("{\"next\"", "{\"\\ud83d\":1,\"next\"")),
        Page("a link to the page itself that is null", page => page.Replace("{\"next\"", "{\"self\":null,\"next\"")),
        Page(
            "a link to the page itself that names another host and no cursor",
            page => page.Replace("{\"next\"", "{\"self\":\"https://elsewhere.example/\",\"next\"")),
        Page(
            "a link to the next page that is an object",
            page =>
                page.Replace("\"next\":\"?page[cursor]=c1\"", "\"next\":{\"href\":\"?page[cursor]=c1\"}")
                    .Replace("\"next\":\"?page[cursor]=c2\"", "\"next\":{\"href\":\"?page[cursor]=c2\"}")),
        Page("an unknown relationship", Relationships("{\"\\ud83d\":{\"data\":null},\"friends\":{\"data\":[{\"type\":\"friend\",\"id\":\"F\"}]}}")),
        Page(
            "an unknown member of a relationship",
            Relationships("{\"lists\":{\"\\ud83d\":1,\"links\":{\"\\ud83d\":1,\"self\":7},\"data\":[{\"\\ud83d\":1,\"type\":\"list\",\"id\":\"L\"}]}}")),
        Page(
            "members in another order",
            page => page.Replace("\"type\":\"profile\",", "").Replace("}},{", "},\"type\":\"profile\"},{").Replace("}}]", "},\"type\":\"profile\"}]")),
        Page(
            "an unreadable resource in included that nothing refers to",
            Included("{\"type\":\"list\",\"id\":\"L\",\"attributes\":{\"created\":\"yesterday\"}}")),
        Page("resources of an unknown type in included", Included("{\"type\":\"friend\",\"id\":\"F\",\"attributes\":{\"a\":[1]}}")),
        Page("a byte order mark", page => "\uFEFF" + page),
        new(Group, "bytes that are not UTF-8", Send(exchange => NotUtf8(exchange.Page)), Outcome.Read("Each is read as U+FFFD."))
        {
            Reads = (row => ((Profile)row).Email![1..], "\uFFFD"),
        },
        new(
            Group,
            "an unknown value of an enumeration",
            Document(page => page.Replace("\"attributes\":{", "\"attributes\":{\"opt_in_process\":\"triple\",")),
            Outcome.Read("It is kept: `Value` tells it."))
        {
            Resource = "list",
            Query = klaviyo => klaviyo.Lists.AsAsyncEnumerable(),
            Reads = (row => ((List)row).OptInProcess!.Value.Value, "triple"),
        },
    ];

    private static DateTimeOffset Moment(long ticks) => new DateTimeOffset(2026, 7, 1, 22, 35, 6, TimeSpan.Zero).AddTicks(ticks);

    private static FaultCase Profile(string name, string attributes, Func<Profile, object?> read, object? value, string advice) =>
        new(Group, name, Document(page => page.Replace("\"attributes\":{", $"\"attributes\":{{{attributes},")), Outcome.Read(advice))
        {
            Reads = (row => read((Profile)row), value),
        };

    private static FaultCase Page(string name, Func<string, string> change) => new(Group, name, Document(change), Outcome.Read("Nothing."));

    private static Func<string, string> Relationships(string value) => page => page.Replace(",\"attributes\"", $",\"relationships\":{value},\"attributes\"");

    private static Func<string, string> Included(string resource) => page => page.Replace("\"links\":", $"\"included\":[{resource}],\"links\":");

    private static byte[] NotUtf8(string page)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(page);
        int id = bytes.AsSpan().IndexOf("\"email\":\""u8);
        bytes[id + 10] = 0xE9;
        return Wire.Sized(bytes);
    }
}
