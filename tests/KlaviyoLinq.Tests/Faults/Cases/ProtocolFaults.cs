using KlaviyoLinq.Errors;
using static KlaviyoLinq.Tests.Faults.ServerActions;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Answers that are not valid HTTP.</summary>
internal static class ProtocolFaults
{
    private const string Group = "Answers that are not valid HTTP";

    private static readonly Outcome _improper = Outcome.Retried<KlaviyoTransportException>("A proxy or network device damages answers: check proxies.");

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        Improper("another protocol answers", "SSH-2.0-secret\r\n"),
        Improper("a header without a colon", "HTTP/1.1 200 OK\r\njane@secret.example\r\n\r\n"),
        Improper("a status that is not a number", "HTTP/1.1 secret 200\r\n\r\n"),
        Improper("a chunk whose length is not a number", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsecret\r\n"),
        Improper("a chunk whose length is too large for any number", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"),
        Improper("a chunk that is longer than announced", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{\"secret\":[]}\r\n0\r\n\r\n"),
        new(
            Group, "more bytes than the answer announced", SendAndEnd(exchange => [.. Wire.Sized(exchange.Page), .. Wire.Bytes("rest")]),
            Outcome.Read("Nothing: the rest is discarded with the connection.")),
        new(
            Group,
            "an unsolicited answer after the right one",
            Send(exchange => [.. Wire.Sized(exchange.Page), .. Wire.Sized("{\"data\":[]}")]),
            Outcome.Read("Nothing: it is discarded with the connection and never mistaken for the next page.")),
    ];

    private static FaultCase Improper(string name, string answer) => new(Group, name, SendAndEnd(_ => Wire.Bytes(answer)), _improper);
}
