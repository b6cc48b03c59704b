namespace KlaviyoLinq.Errors;

/// <summary>Result of looking for the effect of a command whose answer was lost.</summary>
/// <param name="Ids">The ids of the resources that the command may have made.</param>
public sealed record KlaviyoResolution(IReadOnlyList<string> Ids)
{
    /// <summary>Indicates whether exactly one resource was found, and it was made after the command was called, so that the command was carried out.</summary>
    public bool IsSaved => IsCertain && Ids.Count == 1;

    /// <summary>Indicates whether what was found could be the command's or older: there are several, or their type does not say when they were made.</summary>
    public bool IsAmbiguous => Ids.Count > 0 && !IsSaved;

    /// <summary>Indicates whether everything that was found is known to be made after the command was called.</summary>
    internal bool IsCertain { get; init; } = true;

    /// <summary>The id of the resource; null when none was found, or it is ambiguous.</summary>
    public string? Id => IsSaved ? Ids[0] : null;
}
