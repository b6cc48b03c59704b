namespace KlaviyoLinq.Catalogue;

/// <summary>Sources of a fact that the official document does not state in a form that a program can read.</summary>
internal enum Evidence
{
    /// <summary>The prose of the official document.</summary>
    Document,

    /// <summary>Recorded answers of the live API.</summary>
    Live,

    /// <summary>A conclusion that has to be verified before anyone relies on it.</summary>
    Inferred,
}
