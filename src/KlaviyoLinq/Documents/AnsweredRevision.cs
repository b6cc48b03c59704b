namespace KlaviyoLinq.Documents;

/// <summary>Revision headers of an answer.</summary>
/// <param name="Name">The revision that answered, which is another than the one asked where that has been retired; null where the answer does not say.</param>
/// <param name="Retirement">The day on which the revision stops being answered; null where the answer does not say.</param>
internal readonly record struct AnsweredRevision(string? Name, DateOnly? Retirement);
