using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.People;

/// <summary>Checks the profiles that a body names, before the request is accepted.</summary>
internal static class ProfileRules
{
    private static readonly string[] _identifiers = [.. ProfileKind.Identifiers, ProfileKind.AnonymousId];

    /// <summary>Checks that the profile exists or can be created.</summary>
    /// <param name="call">The request.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="place">The pointer to it: <c>/data/attributes/profile/data</c>.</param>
    internal static ApiError? Check(WriteCall call, BodyResource profile, string place) =>
        CheckForm(profile, place)
        ?? (profile.Id is { } id && call.Store.Find("profile", id) is null ? ApiError.NoSuchResource("profile", id) with { Pointer = place + "/id" }
            : !CanBeCreated(profile) && ProfileKind.Find(call, profile) is null
                ? BodyFault.At(place + "/attributes/_kx", "There is no profile with this exchange id.")
            : null);

    /// <summary>Checks that the profile has an identifier, and that its identifiers have the form that Klaviyo requires.</summary>
    internal static ApiError? CheckForm(BodyResource profile, string place) =>
        profile.Id is null && profile.Text("_kx") is null && !CanBeCreated(profile)
            ? BodyFault.At(place + "/attributes", $"At least one identifier is required: id, {string.Join(", ", _identifiers)} or _kx.")
            : IdentifierFormats.Check(profile, place + "/attributes");

    /// <summary>The first identifier of a profile that does not exist, for comparing it with others of the same body.</summary>
    internal static string NameOf(BodyResource profile) =>
        _identifiers.Where(identifier => profile.Text(identifier) is not null)
            .Select(identifier => $"{identifier} {profile.Text(identifier)!.ToUpperInvariant()}").FirstOrDefault() ?? "";

    /// <summary>Determines whether a profile has an identifier by which a new one can be created.</summary>
    internal static bool CanBeCreated(BodyResource profile) => _identifiers.Any(identifier => profile.Text(identifier) is not null);
}
