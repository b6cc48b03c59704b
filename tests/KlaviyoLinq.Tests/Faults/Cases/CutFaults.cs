using KlaviyoLinq.Errors;
using static KlaviyoLinq.Tests.Faults.ServerActions;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Answers that break off, at every byte.</summary>
internal static class CutFaults
{
    private const string Group = "Answers that break off";

    private static readonly Outcome _lost = Outcome.Retried<KlaviyoTransportException>("Run the query again; resume a long run from its checkpoint.");
    private static readonly Outcome _short = Outcome.Retried<KlaviyoProtocolException>(
        "Run the query again; resume a long run from its checkpoint. Only the content shows that it was cut off.");

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        Cut("before the headers, closed", SendAndEnd(_ => []), _ => 1, _lost) with
        {
            RequestsPerTry = 4,
            Remark = "`HttpClient` itself sends such a request four times.",
        },
        Cut("before the headers, reset", SendAndEnd(_ => [], Ending.Reset), _ => 1, _lost),
        Cut("within the headers, closed", CutHead(Ending.Closed), HeadLength, _lost),
        Cut("within the headers, reset", CutHead(Ending.Reset), HeadLength, _lost),
        Body("within a body of known length, closed", page => Wire.Sized(page), Ending.Closed, _lost),
        Body("within a body of known length, reset", page => Wire.Sized(page), Ending.Reset, _lost),
        Body("within a chunked body, closed", Wire.Chunked, Ending.Closed, _lost),
        Body("within a chunked body, reset", Wire.Chunked, Ending.Reset, _lost),
        Body("within a body that ends with the connection, closed", UntilClosed, Ending.Closed, _short),
        Body("within a body that ends with the connection, reset", UntilClosed, Ending.Reset, _lost),
        Cut(
            "within a compressed body of known length, closed", CutBody(page => Packed(page, "Content-Length: 4000"), Ending.Closed),
            page => Wire.GZip(page).Length, _lost),
        Cut(
            "within a compressed body that ends with the connection, closed", CutBody(page => Packed(page), Ending.Closed, first: 1),
            page => Needed(page) - 1, _short),
        Cut(
            "a compressed body of the announced length that is incomplete when decompressed",
            SendAndEnd(exchange => Sized(Wire.GZip(exchange.Page)[..(exchange.Variant + 1)])), page => Needed(page) - 1, _short),
        Cut(
            "a compressed body without all of its checksum",
            SendAndEnd(exchange => Sized(Wire.GZip(exchange.Page)[..(Needed(exchange.Page) + exchange.Variant)])),
            page => Wire.GZip(page).Length - Needed(page),
            Outcome.Read("Nothing: the content is complete.")),
        Cut("a compressed body that is damaged", SendAndEnd(exchange => Sized(Damage(Wire.GZip(exchange.Page)))), _ => 1, _lost),
        Cut(
            "a body that is not Brotli, although its header says so",
            SendAndEnd(exchange => Wire.Sized(exchange.Page, headers: "Content-Encoding: br")), _ => 1, _lost),
        Cut(
            "a body that is not deflated, although its header says so",
            SendAndEnd(exchange => Wire.Sized(exchange.Page, headers: "Content-Encoding: deflate")), _ => 1, _lost),
    ];

    private static FaultCase Cut(string name, FaultAnswer answer, Func<string, int> variants, Outcome outcome) =>
        new(Group, name, answer, outcome) { Variants = variants };

    private static FaultCase Body(string name, Func<string, byte[]> answer, Ending ending, Outcome outcome) =>
        Cut(name, CutBody(answer, ending), page => BodyLength(answer(page)), outcome);

    private static int HeadLength(string page) => Wire.BodyStart(Wire.Sized(page)) - 1;

    private static int BodyLength(byte[] answer) => answer.Length - Wire.BodyStart(answer);

    private static byte[] UntilClosed(string page) => Wire.UntilClosed(Wire.Bytes(page));

    private static byte[] Packed(string page, params string[] headers) => Wire.UntilClosed(Wire.GZip(page), [.. headers, "Content-Encoding: gzip"]);

    private static byte[] Sized(byte[] packed) => Wire.Sized(packed, headers: "Content-Encoding: gzip");

    /// <summary>Number of bytes of a compressed page that hold its content. A checksum follows.</summary>
    private static int Needed(string page)
    {
        byte[] packed = Wire.GZip(page);
        return Enumerable.Range(1, packed.Length).First(length => Wire.Unpack(packed[..length]) == page);
    }

    private static byte[] Damage(byte[] packed)
    {
        packed[^6] ^= 0x55; // within the checksum
        return packed;
    }
}
