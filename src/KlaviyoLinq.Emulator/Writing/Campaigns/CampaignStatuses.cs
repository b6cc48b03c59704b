using System.Collections.Frozen;

namespace KlaviyoLinq.Emulator.Writing.Campaigns;

/// <summary>Statuses of campaigns.</summary>
internal static class CampaignStatuses
{
    internal const string Cancelled = "Cancelled";

    internal const string Draft = "Draft";

    internal const string Scheduled = "Scheduled";

    internal const string Sending = "Sending";

    internal const string Sent = "Sent";

    private static readonly FrozenSet<string> _stoppable = FrozenSet.Create(
        "Adding Recipients", "Preparing to schedule", "Preparing to send", "Queued without Recipients", Scheduled, Sending, "Sending Segments");

    /// <summary>Determines whether the sending of a campaign can be cancelled or reverted.</summary>
    internal static bool CanStop(string? status) => status is not null && _stoppable.Contains(status);
}
