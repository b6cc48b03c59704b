using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Importing;

/// <summary>
/// An import ended before its source. Everything up to then is in <see cref="Result"/>; with a journal the next run continues behind the rows that are
/// completed.
/// </summary>
public sealed class KlaviyoImportException : KlaviyoException
{
    internal KlaviyoImportException(string message, KlaviyoImportResult result, Exception? innerException = null)
        : base(message, innerException) => Result = result;

    /// <summary>Gets what was imported until then.</summary>
    public KlaviyoImportResult Result { get; }
}
