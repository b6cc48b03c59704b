using System.Text;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;

namespace KlaviyoLinq.Writing;

/// <summary>A request of a command that was explained and not sent.</summary>
public sealed class KlaviyoPlannedRequest
{
    internal KlaviyoPlannedRequest(JudgedCommand command)
    {
        WriteFacts operation = command.Command.Operation;
        Operation = operation.ToString();
        Method = operation.Method;
        Path = command.Uri;
        Body = command.Document is null ? null : Encoding.UTF8.GetString(command.Document);
        Scopes = operation.Scopes;
        RateLimit = new KlaviyoRateLimit(Operation, operation.RateLimit.Burst, operation.RateLimit.Steady, operation.RateLimit.Daily);
        IsReversible = !operation.IsIrreversible;
        AfterLostAnswer = Describe(command.Command.Repeat, command.Draft.Probe is not null);
    }

    /// <summary>Gets the operation: <c>POST /api/lists</c>.</summary>
    public string Operation { get; }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; }

    /// <summary>Gets path and query, percent-encoded.</summary>
    public string Path { get; }

    /// <summary>Gets the JSON body; null for a request without one, and for a form.</summary>
    public string? Body { get; }

    /// <summary>Gets the scopes that the API key requires.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Gets the limit that the request counts against.</summary>
    public KlaviyoRateLimit RateLimit { get; }

    /// <summary>Gets whether another request can undo the effect.</summary>
    public bool IsReversible { get; }

    /// <summary>Gets what happens when the answer is lost, as a sentence.</summary>
    public string AfterLostAnswer { get; }

    /// <summary>Returns method, path and body.</summary>
    public override string ToString() => Body is null ? $"{Method} {Path}" : $"{Method} {Path} {Body}";

    private static string Describe(RepeatClass repeat, bool hasProbe) => repeat switch
    {
        RepeatClass.Read => "It is sent again: it changes nothing.",
        RepeatClass.Idempotent => "It is sent again: the second time changes nothing.",
        RepeatClass.Keyed => "It is sent again: its key keeps a second one from being made.",
        RepeatClass.Repeatable => "It is sent again: a second time leaves an unused copy.",
        RepeatClass.Guarded => "It is not sent again: the outcome is unknown until the state is read.",
        _ => hasProbe
            ? "It is not sent again: the outcome is unknown, and ResolveAsync looks for the new resource."
            : "It is not sent again: the outcome is unknown.",
    };
}
