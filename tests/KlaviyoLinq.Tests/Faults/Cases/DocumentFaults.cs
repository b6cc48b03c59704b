using System.Text;
using KlaviyoLinq.Errors;
using static KlaviyoLinq.Tests.Faults.ServerActions;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Successes whose body is not the document it should be.</summary>
internal static class DocumentFaults
{
    private const string Group = "Successes without a document";

    private static readonly Outcome _other = Outcome.Once<KlaviyoProtocolException>(
        "Check what is answering instead of Klaviyo: `KlaviyoOptions.BaseAddress` and proxies.");
    private static readonly Outcome _malformed = Outcome.Once<KlaviyoProtocolException>("Report it to Klaviyo with the request that the message names.");
    private static readonly Outcome _short = Outcome.Retried<KlaviyoProtocolException>("Run the query again; report it to Klaviyo if it persists.");
    private static readonly Outcome _lost = Outcome.Once<KlaviyoPaginationException>("Report it to Klaviyo: continuing would lose or repeat rows.");

    private static readonly Outcome _account =
        Outcome.Once<KlaviyoCheckpointException>("Check what changes the account within a run: the key, a token provider or a proxy.");

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        new(Group, "an HTML page", Send(_ => Wire.Sized("<html>secret</html>", contentType: "text/html")), _other) { MessageParts = ["HTML page", "proxy"] },
        new(Group, "an HTML page labelled as JSON", Send(_ => Wire.Sized("<html>secret</html>")), _malformed) { MessageParts = ["not well-formed JSON"] },
        new(Group, "a document labelled as plain text", Send(exchange => Wire.Sized(exchange.Page, contentType: "text/plain")), _other)
        {
            MessageParts = ["content type 'text/plain'"],
        },
        new(
            Group, "a document in a compression that was not requested",
            Send(exchange => Wire.Sized(exchange.Page, headers: "Content-Encoding: zstd")), _other) { MessageParts = ["compressed with 'zstd'"] },
        new(Group, "200 without a body", Send(_ => Wire.Sized("")), _short) { MessageParts = ["no body"] },
        new(Group, "204", Send(_ => Wire.Head(204, null)), _malformed) { MessageParts = ["no body"] },
        new(Group, "205", Send(_ => Wire.Sized("", 205, null)), _malformed) { MessageParts = ["no body"] },
        Malformed("words instead of JSON", _ => "secret", "not well-formed JSON"),
        Malformed("an extra comma", page => page.Replace("}]", "},]"), "not well-formed JSON"),
        Malformed("a comment", page => "/* secret */" + page, "not well-formed JSON"),
        Malformed("a second document after the first", page => page + page, "not well-formed JSON"),
        Malformed("not a number", page => page.Replace("{\"type\"", "{\"x\":NaN,\"type\""), "not well-formed JSON"),
        Malformed(
            "an invalid literal before personal data", page => page.Replace("\"links\":", "\"x\":tru,\"y\":\"secret\",\"links\":"), "not well-formed JSON"),
        Malformed(
            "an invalid number before personal data", page => page.Replace("\"links\":", "\"x\":1.2.3,\"y\":\"secret\",\"links\":"), "not well-formed JSON"),
        Malformed("an invalid escape sequence", page => page.Replace("\"links\":", "\"x\":\"\\secret\",\"links\":"), "not well-formed JSON"),
        Malformed(
            "nested 10,000 deep in a member that is not read", page => page.Replace("{\"type\"", $"{{\"x\":{Nested(10_000)},\"type\""),
            "nested deeper than 256"),
        Malformed("nested 10,000 deep in the links", page => page.Replace("{\"next\"", $"{{\"x\":{Nested(10_000)},\"next\""), "nested deeper than 256"),
        new(Group, "UTF-16", Send(exchange => Wire.Sized(Encoding.Unicode.GetBytes(exchange.Page))), _malformed) { MessageParts = ["not well-formed JSON"] },
        new(Group, "a document that ends too early", Document(page => page[..^1]), _short) { MessageParts = ["cut off"] },
        Malformed("an array as the root", _ => "[]", "its root is an array"),
        Malformed("no data", _ => "{\"links\":{}}", "it has no data"),
        Malformed("an error document", _ => "{\"errors\":[{\"detail\":\"secret\"}]}", "it has no data"),
        Malformed("data twice", page => page.Replace("{\"data\"", "{\"data\":[],\"data\""), "data twice"),
        Malformed("included twice", page => page.Replace("{\"data\"", "{\"included\":[],\"included\":[],\"data\""), "included twice"),
        Malformed("links twice, the second without a next", page => page[..^1] + ",\"links\":{}}", "links twice"),
        Malformed("next twice", page => page.Replace("}}", ",\"next\":null}}"), "next twice"),
        new(Group, "a link to the next page without a cursor", Document(page => page.Replace("page[cursor]", "page[size]")), _lost)
        {
            MessageParts = ["holds no page[cursor]"],
        },
        new(Group, "a link to the next page that is a number", Document(page => page.Replace("{\"next\":\"", "{\"next\":7,\"x\":\"")), _lost)
        {
            MessageParts = ["links.next is missing"],
        },
        Lost("no links", page => page[..page.IndexOf(",\"links\"", StringComparison.Ordinal)] + "}", "has no links"),
        Lost("links without a next", page => page.Replace("{\"next\"", "{\"Next\""), "links.next is missing"),
        Lost("a link to the next page that is an empty object", page => page.Replace("{\"next\":", "{\"next\":{},\"x\":"), "links.next is missing"),
        Lost(
            "a link to the next page whose href is null", page => page.Replace("{\"next\":", "{\"next\":{\"href\":null},\"x\":"),
            "links.next is missing"),
        Lost("a link to the next page that is an array", page => page.Replace("{\"next\":", "{\"next\":[],\"x\":"), "links.next is missing"),
        Lost("a link to the next page with two cursors", page => page.Replace("?page[cursor]", "?page%5Bcursor%5D=c9&page[cursor]"), "page[cursor] twice"),
        Lost("a link to the next page that leads to another path", page => page.Replace("\"?page", "\"/api/secret?page"), "another path"),
        new(Group, "another account's page, by the header CID", Send(exchange => Wire.Sized(exchange.Page, headers: "CID: OTHER1")), _account)
        {
            MessageParts = [FaultServer.Account, "OTHER1"],
            NeedsAnotherPage = true,
        },
        Lost(
            "the answer of another page, by its own link",
            page => page.Replace("{\"next\"", "{\"self\":\"/api/profiles?page[cursor]=secret\",\"next\""), "another page"),
    ];

    private static FaultCase Lost(string name, Func<string, string> change, string reported) =>
        new(Group, name, Document(change), _lost) { MessageParts = [reported] };

    private static FaultCase Malformed(string name, Func<string, string> change, string reported) =>
        new(Group, name, Document(change), _malformed) { MessageParts = [reported] };

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
