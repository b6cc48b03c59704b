using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Consent;

/// <summary>Checks profiles whose consents change, before the request is accepted.</summary>
internal static class ConsentRules
{
    /// <summary>Checks that a profile is identified. A push token is an identifier too.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="place">The pointer to it.</param>
    internal static ApiError? CheckIdentity(BodyResource profile, string place) =>
        profile.Id is null && profile.Text("email") is null && profile.Text("phone_number") is null && !Channels.HasPush(profile)
            ? BodyFault.At(place + "/attributes", "An email address or a phone number is required.")
            : IdentifierFormats.Check(profile, place + "/attributes");

    /// <summary>Checks the times of consents: required in the past for an import of earlier consents, and forbidden otherwise.</summary>
    internal static ApiError? CheckTimes(BodyResource profile, string place, bool isHistorical, DateTimeOffset now)
    {
        foreach ((Permission permission, var parameters) in Channels.Of(profile))
        {
            string pointer = $"{place}/attributes/subscriptions/{permission.Channel}/{permission.Kind}/consented_at";
            DateTimeOffset? at = Channels.ConsentedAt(parameters);
            if (!isHistorical && at is not null)
                return BodyFault.At(pointer, "'consented_at' is only allowed with 'historical_import'.");
            if (isHistorical && permission.IsOfMessages && at is null)
                return BodyFault.At(pointer, "'consented_at' is required with 'historical_import'.");
            if (at >= now)
                return BodyFault.At(pointer, "'consented_at' must be in the past.");
        }
        return null;
    }
}
