namespace KlaviyoLinq.NotebookRunner.Documents;

/// <summary>A file is not a notebook that can be run; the message says what is wrong with it.</summary>
internal sealed class NotebookException(string message) : Exception(message);
