namespace KlaviyoLinq.Errors;

/// <summary>A value of an answer cannot be read as the type of its property. The message names the resource and the JSON path, never the value.</summary>
public sealed class KlaviyoMaterializationException : KlaviyoException
{
    /// <summary>Initializes a failure with the part of its place that the reader knows.</summary>
    internal KlaviyoMaterializationException(string expected, string found, string? jsonPath = null)
        : this(expected, found, jsonPath, null, null)
    {
    }

    internal KlaviyoMaterializationException(string expected, string found, string? jsonPath, string? resourceType, string? resourceId)
        : base(Describe(expected, found, jsonPath, resourceType, resourceId))
    {
        Expected = expected;
        Found = found;
        JsonPath = jsonPath;
        ResourceType = resourceType;
        ResourceId = resourceId;
    }

    /// <summary>Path of the value in the answer: <c>$.data[17].attributes.location.latitude</c>. Null when the value was read outside an answer.</summary>
    public string? JsonPath { get; }

    /// <summary>The wire type of the resource that holds the value; null when it was not known yet.</summary>
    public string? ResourceType { get; }

    /// <summary>The id of the resource that holds the value; null when it was not known yet.</summary>
    public string? ResourceId { get; }

    /// <summary>
    /// Checkpoint after the unreadable row: <c>query.ResumeFrom(failure.CheckpointAfter)</c> continues there. Null where <see
    /// cref="KlaviyoException.Checkpoint"/> is null, for <c>AsPages</c> and <c>WithCheckpoints</c>, whose page is lost with the row, and where no
    /// single row is at fault. <see cref="KlaviyoOptions.OnMaterializationError"/> skips such rows without ending the run.
    /// </summary>
    public KlaviyoCheckpoint? CheckpointAfter { get; internal set; }

    /// <summary>Kind of value that the property accepts: <c>a date-time</c>.</summary>
    public string Expected { get; }

    /// <summary>Kind of value that was found: <c>an object</c>.</summary>
    public string Found { get; }

    /// <summary>The same failure with cleaned texts, because names and id come from the answer.</summary>
    /// <param name="clean">Cleans a text.</param>
    internal KlaviyoMaterializationException Redacted(Func<string?, string?> clean)
    {
        (string? path, string? type, string? id) = (clean(JsonPath), clean(ResourceType), clean(ResourceId));
        return (path, type, id) == (JsonPath, ResourceType, ResourceId) ? this : new KlaviyoMaterializationException(Expected, Found, path, type, id);
    }

    /// <summary>The same failure with its resource, if that was not known.</summary>
    internal KlaviyoMaterializationException Of(string resourceType, string resourceId) =>
        ResourceType is not null ? this : new KlaviyoMaterializationException(Expected, Found, JsonPath, resourceType, resourceId);

    private static string Describe(string expected, string found, string? jsonPath, string? resourceType, string? resourceId)
    {
        string place = jsonPath is null ? "" : $" at {jsonPath}";
        string resource = resourceType is null ? "" : resourceId is null ? $" of a {resourceType}" : $" of the {resourceType} with id '{resourceId}'";
        return $"Expected {expected}{place}{resource}, but found {found}. The value itself is not shown, because it may be personal data.";
    }
}
