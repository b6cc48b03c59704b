namespace KlaviyoLinq.Errors;

/// <summary>Klaviyo rejects values of a command: status 400 or 422. Nothing was changed. Each of <c>Errors</c> names its member in C#.</summary>
public sealed class KlaviyoValidationException : KlaviyoApiException
{
    internal KlaviyoValidationException(ApiFault fault)
        : base(fault, Advise([.. fault.Errors.Select(error => error.Member).OfType<string>().Distinct()]))
    {
    }

    private static string Advise(string[] members) => members.Length == 0
        ? "Correct the values; a retry will not help."
        : $"Correct {string.Join(", ", members)}; a retry will not help.";
}
