using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>A page, decompressed, is larger than <c>KlaviyoOptions.MaxResponseBytes</c> allows. Reading stopped there.</summary>
public sealed class KlaviyoResponseTooLargeException : KlaviyoException
{
    internal KlaviyoResponseTooLargeException(long limit)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The answer is larger than the {limit} bytes that KlaviyoOptions.MaxResponseBytes allows. Request smaller pages or fewer fields, or raise the limit.")) =>
        Limit = limit;

    /// <summary>The limit in bytes.</summary>
    public long Limit { get; }
}
