namespace KlaviyoLinq.Errors;

/// <summary>A profile with one of the identifiers exists already: status 409 with the code <c>duplicate_profile</c>.</summary>
public sealed class KlaviyoDuplicateProfileException : KlaviyoConflictException
{
    internal KlaviyoDuplicateProfileException(ApiFault fault, string duplicateProfileId)
        : base(
            fault,
            $"The profile {duplicateProfileId} has one of these identifiers. Update it, or use AddOrUpdateAsync, which creates or updates in one request.") =>
        DuplicateProfileId = duplicateProfileId;

    /// <summary>The id of the profile that has the identifier. Wire name <c>meta.duplicate_profile_id</c>.</summary>
    public string DuplicateProfileId { get; }
}
