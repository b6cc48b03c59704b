namespace KlaviyoLinq.Errors;

/// <summary>Klaviyo rejects values of a command: status 400 or 422. Nothing was changed. <see cref="Members"/> names the members in C#.</summary>
public sealed class KlaviyoValidationException : KlaviyoApiException
{
    internal KlaviyoValidationException(ApiFault fault)
        : base(fault, Advise(fault)) => Members = [.. fault.Members];

    /// <summary>The members that Klaviyo rejects, in the order of its errors; errors without a place in the body are in <c>Errors</c> only.</summary>
    public IReadOnlyList<KlaviyoMemberError> Members { get; }

    private static string Advise(ApiFault fault) => fault.Members.Count == 0
        ? "Correct the values; a retry will not help."
        : $"Correct {string.Join(", ", fault.Members.Select(error => error.Member).Distinct())}; a retry will not help.";
}
