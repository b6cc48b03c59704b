using KlaviyoLinq.Errors;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings;

namespace KlaviyoLinq.Pipeline;

/// <summary>Turns a ruling into a request or an exception, at the border to the user's code and nowhere else.</summary>
internal static class Refusal
{
    /// <exception cref="UntranslatableQueryException">The ruling holds findings.</exception>
    internal static KlaviyoRequest OrRequest(Ruling ruling) => ruling.Request ?? throw new UntranslatableQueryException(ruling.Findings);
}
