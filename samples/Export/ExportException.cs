namespace KlaviyoLinq.Samples.Export;

/// <summary>The export cannot be done as it was requested; the message says why and what to do.</summary>
internal sealed class ExportException(string message) : Exception(message);
