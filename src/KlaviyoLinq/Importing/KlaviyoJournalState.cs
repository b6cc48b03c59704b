namespace KlaviyoLinq.Importing;

/// <summary>State of a chunk of rows in a journal.</summary>
public enum KlaviyoJournalState
{
    /// <summary>The import began. The first entry; it has no rows.</summary>
    Started,

    /// <summary>The request with the rows is about to be sent. Whether it was, only a later entry says.</summary>
    Sending,

    /// <summary>Klaviyo accepted the request.</summary>
    Accepted,

    /// <summary>Klaviyo has processed the rows.</summary>
    Ended,
}
