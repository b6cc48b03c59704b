namespace KlaviyoLinq.Errors;

/// <summary>Result of looking for the effect of a command whose answer was lost.</summary>
/// <param name="Ids">The ids of the resources that the command may have made.</param>
public sealed record KlaviyoResolution(IReadOnlyList<string> Ids)
{
    /// <summary>Indicates whether exactly one resource was found, so that the command was carried out.</summary>
    public bool IsSaved => Ids.Count == 1;

    /// <summary>Indicates whether several resources were found, of which each could be the command's.</summary>
    public bool IsAmbiguous => Ids.Count > 1;

    /// <summary>The id of the resource; null when none was found, or several.</summary>
    public string? Id => IsSaved ? Ids[0] : null;
}
