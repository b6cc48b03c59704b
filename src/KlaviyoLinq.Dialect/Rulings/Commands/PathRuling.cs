using KlaviyoLinq.Drafts;
using KlaviyoLinq.Rulings.Routes;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Puts the id into the path of a command, by the rules of ids in queries.</summary>
internal static class PathRuling
{
    /// <summary>The path with its id, percent-encoded.</summary>
    internal static string Apply(CommandReview review)
    {
        string template = review.Operation.Path;
        int opening = template.IndexOf('{');
        if (opening < 0)
            return template;
        if (KeyRuling.Fault(review.Form.Id) is { } fault)
            review.Refuse(KlaviyoFindingCode.IdNotSendable, $"{review.Operation} requires an id, and {fault}.", "Pass the id as Klaviyo returned it.");
        return template.Substring(0, opening) + Uri.EscapeDataString(review.Form.Id ?? "") + template.Substring(template.IndexOf('}') + 1);
    }
}
