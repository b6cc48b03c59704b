using System.Globalization;
using System.Text;
using KlaviyoLinq.Emulator.Faults;

namespace KlaviyoLinq.Emulator;

/// <summary>
/// A fault in the making: which calls it applies to, then what it does. Without a choice of calls it applies to every one. Each method gives a new value, so
/// that the beginning of a chain can be used for several faults.
/// </summary>
public sealed class EmulatorFaultRoute
{
    private readonly FaultScript _script;
    private readonly RoutePattern _route;

    internal EmulatorFaultRoute(FaultScript script, RoutePattern route)
    {
        _script = script;
        _route = route;
    }

    private Func<long, bool> HitCount { get; init; } = _ => true;

    private Func<ReceivedRequest, bool> Counts { get; init; } = _ => true;

    private IReadOnlyList<KeyValuePair<string, string?>> Headers { get; init; } = [];

    private bool Processes { get; init; }

    /// <summary>HitCount at these calls only; the first is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1, or there is none.</exception>
    public EmulatorFaultRoute Call(params IReadOnlyCollection<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentOutOfRangeException.ThrowIfZero(numbers.Count, nameof(numbers));
        foreach (int number in numbers)
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(numbers));
        HashSet<long> chosen = [.. numbers.Select(number => (long)number)];
        return At(chosen.Contains);
    }

    /// <summary>HitCount at the first n calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
    public EmulatorFaultRoute First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return At(n => n <= count);
    }

    /// <summary>HitCount at every call from the nth on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public EmulatorFaultRoute From(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return At(n => n >= number);
    }

    /// <summary>HitCount at every nth call: the 5th, the 10th …</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public EmulatorFaultRoute Every(int nth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        return At(n => n % nth == 0);
    }

    /// <summary>Counts only requests for which this holds; it is asked on the server's threads, before the request is answered.</summary>
    public EmulatorFaultRoute When(Func<ReceivedRequest, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        Func<ReceivedRequest, bool> before = Counts;
        return With(HitCount, request => before(request) && predicate(request), Headers);
    }

    /// <summary>Sets a header of the answer, in place of the one that is there; null takes it away. Goes with any fault.</summary>
    public EmulatorFaultRoute WithHeader(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return With(HitCount, Counts, [.. Headers, KeyValuePair.Create(name, value)]);
    }

    /// <summary>
    /// Processes the request before the fault: what it writes is written, and only the answer is another one, late or lost. The default is that a
    /// request which is delayed, reset, stalled or answered with something else is not processed. Goes with any fault:
    /// <c>On("POST /api/lists").AfterProcessing().Respond(504)</c>.
    /// </summary>
    public EmulatorFaultRoute AfterProcessing() => new(_script, _route) { HitCount = HitCount, Counts = Counts, Headers = Headers, Processes = true };

    /// <summary>Answers with an error document in Klaviyo's form. Only 400, 401, 404 and 429 have texts that were seen; the others' are made up.</summary>
    /// <param name="status">The HTTP status: 429, 503 …</param>
    /// <param name="retryAfter">The header <c>Retry-After</c>, rounded up to whole seconds; null sends none.</param>
    /// <param name="detail">The error's <c>detail</c>; null for the usual one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not between 300 and 599.</exception>
    public EmulatorFault Respond(int status, TimeSpan? retryAfter = null, string? detail = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        EmulatorFaultRoute route = retryAfter is { } wait
            ? WithHeader("Retry-After", FaultErrors.Seconds(wait).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : this;
        return route.Set(new FaultEffect { Answer = new CannedAnswer { Status = status, Error = FaultErrors.Of(status, detail, retryAfter) } });
    }

    /// <summary>Answers with these bytes.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its <c>Content-Type</c>; null sends none.</param>
    /// <param name="status">The HTTP status. Default 200.</param>
    public EmulatorFault Body(ReadOnlyMemory<byte> body, string? contentType = "application/vnd.api+json", int status = 200) =>
        Set(new FaultEffect { Answer = new CannedAnswer { Status = status, Body = body.ToArray(), ContentType = contentType } });

    /// <inheritdoc cref="Body(ReadOnlyMemory{byte}, string, int)"/>
    public EmulatorFault Body(string body, string? contentType = "application/vnd.api+json", int status = 200) =>
        Body(Encoding.UTF8.GetBytes(body), contentType, status);

    /// <summary>Answers with a page of HTML, as proxies on the way do.</summary>
    /// <param name="status">The HTTP status: 502, 403 …</param>
    /// <param name="html">The page; null for a short one.</param>
    /// <param name="challenge">Whether it is Cloudflare's challenge, known by the header <c>cf-mitigated: challenge</c>. Klaviyo's has status 403 and
    /// comes and goes.</param>
    public EmulatorFault Html(int status, string? html = null, bool challenge = false)
    {
        html ??= challenge ? CannedAnswer.ChallengePage : string.Create(CultureInfo.InvariantCulture, $"<html><body><h1>{status}</h1></body></html>");
        return (challenge ? WithHeader("cf-mitigated", "challenge") : this).Body(html, "text/html; charset=UTF-8", status);
    }

    /// <summary>Answers the truth with its text changed: another next link, a resource left out. Compression and length follow the changed text.</summary>
    public EmulatorFault Rewrite(Func<string, string> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Set(new FaultEffect { Rewrite = change });
    }

    /// <summary>
    /// Answers with the body of the answer before on this route, as something on the way does that mixes answers up; with the truth where there is none before.
    /// </summary>
    public EmulatorFault Repeat()
    {
        Replay replay = new();
        return Set(new FaultEffect { Rewrite = replay.Again }, new FaultEffect { Observe = replay.Remember });
    }

    /// <summary>Holds the answer back for a while, by the emulator's clock.</summary>
    public EmulatorFault Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return Set(new FaultEffect { Delay = delay });
    }

    /// <summary>Resets the connection before the request is processed.</summary>
    public EmulatorFault Reset() => Deliver(new Delivery(DeliveryKind.Reset));

    /// <summary>
    /// Processes the request, and resets the connection before anything is answered: the client cannot know whether what it wrote was written. The same as
    /// <see cref="AfterProcessing"/> with <see cref="Reset"/>.
    /// </summary>
    public EmulatorFault LoseAnswer() => AfterProcessing().Reset();

    /// <summary>
    /// Processes the request, sends status, headers and some bytes of the body, then closes the connection. Of an answer without a body nothing is sent.
    /// </summary>
    /// <param name="afterBytes">The number of bytes of the body that are sent; 0 for the headers alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public EmulatorFault LoseAnswer(int afterBytes) => AfterProcessing().Truncate(afterBytes);

    /// <summary>Sends status, headers (with the length of the whole) and some bytes of the body, then closes the connection.</summary>
    public EmulatorFault Truncate(int afterBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return Deliver(new Delivery(DeliveryKind.Truncate, afterBytes));
    }

    /// <summary>Withholds the answer of a request that is not processed, until the client goes away or the emulator stops.</summary>
    public EmulatorFault Stall() => Deliver(new Delivery(DeliveryKind.Stall, -1));

    /// <summary>Sends status, headers and some bytes of the body, then nothing more until the client goes away or the emulator stops.</summary>
    public EmulatorFault Stall(int afterBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return Deliver(new Delivery(DeliveryKind.Stall, afterBytes));
    }

    /// <summary>Sends the body in small pieces, with a pause by the emulator's clock between them.</summary>
    public EmulatorFault Trickle(int bytes, TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.Zero);
        return Deliver(new Delivery(DeliveryKind.Trickle, bytes, pause));
    }

    /// <summary>Answers the truth with the headers of <see cref="WithHeader"/>.</summary>
    public EmulatorFault Answer() => Set(new FaultEffect());

    private EmulatorFault Deliver(Delivery delivery) => Set(new FaultEffect { Delivery = delivery });

    private EmulatorFault Set(FaultEffect effect, FaultEffect? otherwise = null)
    {
        RoutePattern route = _route;
        Func<ReceivedRequest, bool> counts = Counts;
        FaultRule rule = new(
            route.Text,
            request => route.Matches(request.Method, request.Path) && counts(request),
            HitCount,
            effect with { Headers = Headers, Processes = Processes },
            otherwise);
        _script.Add(rule);
        return new EmulatorFault(_script, rule);
    }

    // Of two choices of calls both count: First(10).Every(3) strikes at the 3rd, 6th and 9th.
    private EmulatorFaultRoute At(Func<long, bool> isDue)
    {
        Func<long, bool> before = HitCount;
        return With(n => before(n) && isDue(n), Counts, Headers);
    }

    private EmulatorFaultRoute With(Func<long, bool> isDue, Func<ReceivedRequest, bool> counts, IReadOnlyList<KeyValuePair<string, string?>> headers) =>
        new(_script, _route) { HitCount = isDue, Counts = counts, Headers = headers, Processes = Processes };
}
