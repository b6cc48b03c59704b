using KlaviyoLinq.Commands;
using KlaviyoLinq.Display;

namespace KlaviyoLinq.Writing;

/// <summary>
/// Explanation of a command: its requests with their bodies, and what they require, cost and risk. Nothing was sent. It shows the values of the bodies, which
/// can be personal data.
/// </summary>
[TypeFormatterSource(typeof(DisplaySource))]
public sealed class KlaviyoCommandExplanation : IShown
{
    private const int ShownRequests = 20;

    internal KlaviyoCommandExplanation(IReadOnlyList<JudgedCommand> commands)
    {
        Requests = [.. commands.Select(command => new KlaviyoPlannedRequest(command))];
        Notes = [.. commands.SelectMany(command => command.Notes)];
    }

    /// <summary>Gets the requests, in the order in which they are sent.</summary>
    public IReadOnlyList<KlaviyoPlannedRequest> Requests { get; }

    /// <summary>Gets effects that a reader of the plan has to know: what cannot be undone, what could end unknown. They refuse nothing.</summary>
    public IReadOnlyList<KlaviyoFinding> Notes { get; }

    /// <summary>Gets the scopes that the API key requires: <c>lists:write</c>.</summary>
    public IReadOnlyList<string> Scopes => [.. Requests.SelectMany(request => request.Scopes).Distinct()];

    /// <summary>Gets the shortest time for all requests that the limits for one second and one minute permit, when nothing else is sent.</summary>
    public TimeSpan AtLeast => Requests.GroupBy(request => request.RateLimit.Name).Select(Shortest).DefaultIfEmpty().Max();

    /// <summary>Gets whether another request can undo all effects.</summary>
    public bool IsReversible => Requests.All(request => request.IsReversible);

    /// <summary>Returns the explanation as text.</summary>
    public override string ToString() => TextView.Write(((IShown)this).Show());

    View IShown.Show() => new(Requests.Count == 1 ? Requests[0].Operation : $"{Numbers.Grouped(Requests.Count)} requests")
    {
        Facts =
        [
            new ViewFact("sends", [.. Requests.Take(ShownRequests).Select(request => request.ToString()), .. More()]),
            new ViewFact("scopes", string.Join(", ", Scopes.DefaultIfEmpty("none"))),
            new ViewFact("limits", [.. Requests.Select(request => Limit(request)).Distinct()]),
            new ViewFact("undo", IsReversible ? "another request can undo it" : "no request can undo it"),
            new ViewFact("if lost", [.. Requests.Select(request => request.AfterLostAnswer).Distinct()]),
            new ViewFact("notes", [.. Notes.Select(note => $"{note.Id}: {note.Reason}").Distinct()]),
        ],
    };

    private IEnumerable<string> More() => Requests.Count > ShownRequests ? [$"and {Numbers.Grouped(Requests.Count - ShownRequests)} more"] : [];

    private static string Limit(KlaviyoPlannedRequest request) =>
        $"{Numbers.Grouped(request.RateLimit.Burst)} requests a second, {Numbers.Grouped(request.RateLimit.Steady)} a minute"
        + (request.RateLimit.Daily > 0 ? $", {Numbers.Grouped(request.RateLimit.Daily)} a day" : "") + $" ({request.RateLimit.Name})";

    private static TimeSpan Shortest(IGrouping<string, KlaviyoPlannedRequest> requests)
    {
        KlaviyoRateLimit limit = requests.First().RateLimit;
        int count = requests.Count();
        double seconds = limit.Burst > 0 ? (count - 1) / limit.Burst : 0;
        double minutes = limit.Steady > 0 ? (count - 1) / limit.Steady : 0;
        return TimeSpan.FromSeconds(Math.Max(seconds, minutes * 60));
    }
}
