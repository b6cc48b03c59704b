using KlaviyoLinq.Errors;
using static KlaviyoLinq.Tests.Faults.Acts;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>Answers that break off, at every byte.</summary>
internal static class CutFaults
{
    private const string Group = "Answers that break off";

    private static readonly Outcome _lost = Outcome.Retried<KlaviyoTransportException>("Run the query again, from its checkpoint if it was long.");
    private static readonly Outcome _short = Outcome.Retried<KlaviyoProtocolException>("As above. Nothing but the content told that it was cut off.");

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        Cut("before or within the headers, closed", CutHead(Ending.Closed), HeadLength, _lost),
        Cut("before or within the headers, reset", CutHead(Ending.Reset), HeadLength, _lost),
        Body("within a body of known length, closed", page => Wire.Sized(page), Ending.Closed, _lost),
        Body("within a body of known length, reset", page => Wire.Sized(page), Ending.Reset, _lost),
        Body("within a chunked body, closed", Wire.Chunked, Ending.Closed, _lost),
        Body("within a chunked body, reset", Wire.Chunked, Ending.Reset, _lost),
        Body("within a body that ends with the connection, closed", UntilClosed, Ending.Closed, _short),
        Body("within a body that ends with the connection, reset", UntilClosed, Ending.Reset, _lost),
        GZip("within a compressed body of known length, closed", page => Packed(page, "Content-Length: 4000"), _lost),
        GZip("within a compressed body that ends with the connection, closed", page => Packed(page), _lost),
        Cut("a compressed body of full length that unpacks to less", SendAndEnd(exchange => Sized(Wire.GZip(exchange.Page)[..exchange.Variant])), page => Wire.GZip(page).Length, _lost),
        Cut("a compressed body that is damaged", SendAndEnd(exchange => Sized(Damage(Wire.GZip(exchange.Page)))), _ => 1, _lost),
    ];

    private static FaultCase Cut(string name, FaultAnswer answer, Func<string, int> variants, Outcome outcome) => new(Group, name, answer, outcome) { Variants = variants };

    private static FaultCase Body(string name, Func<string, byte[]> answer, Ending ending, Outcome outcome) =>
        Cut(name, CutBody(answer, ending), page => BodyLength(answer(page)), outcome);

    private static FaultCase GZip(string name, Func<string, byte[]> answer, Outcome outcome) => Body(name, answer, Ending.Closed, outcome);

    private static int HeadLength(string page) => Wire.BodyStart(Wire.Sized(page));

    private static int BodyLength(byte[] answer) => answer.Length - Wire.BodyStart(answer);

    private static byte[] UntilClosed(string page) => Wire.UntilClosed(Wire.Bytes(page));

    private static byte[] Packed(string page, params string[] headers) => Wire.UntilClosed(Wire.GZip(page), [.. headers, "Content-Encoding: gzip"]);

    private static byte[] Sized(byte[] packed) => Wire.Sized(packed, headers: "Content-Encoding: gzip");

    private static byte[] Damage(byte[] packed)
    {
        packed[^6] ^= 0x55; // within the checksum
        return packed;
    }
}
