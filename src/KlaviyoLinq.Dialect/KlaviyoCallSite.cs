namespace KlaviyoLinq;

/// <summary>Location of an operator in your code, as recorded by the compiler.</summary>
public sealed class KlaviyoCallSite(string? text, string? file, int line)
{
    /// <summary>An unknown site: the operator came from <c>Queryable</c>, or from a hand-made expression tree.</summary>
    public static KlaviyoCallSite Unknown { get; } = new(null, null, 0);

    /// <summary>The source text of the operator's argument: <c>p => p.Created > since</c>; null when unknown.</summary>
    public string? Text { get; } = text;

    /// <summary>The source file; null when unknown.</summary>
    public string? File { get; } = file;

    /// <summary>The line in the source file, counted from 1; 0 when unknown.</summary>
    public int Line { get; } = line;
}
