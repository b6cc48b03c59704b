using KlaviyoLinq.Model;

namespace KlaviyoLinq.Importing;

/// <summary>State of a job as it was read.</summary>
/// <param name="HasEnded">Whether it is complete or cancelled.</param>
/// <param name="Total">The number of rows.</param>
/// <param name="Completed">The number of rows that Klaviyo has processed; null where it does not say.</param>
/// <param name="Failed">The number of rows that Klaviyo rejected; null where it does not say.</param>
internal sealed record JobState(bool HasEnded, long Total, long? Completed, long? Failed)
{
    internal static JobState Of(JobStatus status, long total, long? completed, long? failed) =>
        new(status == JobStatus.Complete || status == JobStatus.Cancelled, total, completed, failed);
}
