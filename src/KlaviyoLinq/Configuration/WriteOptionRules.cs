using KlaviyoLinq.Errors;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Configuration;

/// <summary>Rules of the options of commands.</summary>
internal static class WriteOptionRules
{
    private static readonly TimeSpan _longestGrace = TimeSpan.FromDays(1);

    internal static void Check(string option, KlaviyoWriteOptions writes)
    {
        if (writes.Grace != Timeout.InfiniteTimeSpan && (writes.Grace < TimeSpan.Zero || writes.Grace > _longestGrace))
            throw new KlaviyoConfigurationException(
                $"{option}.{nameof(writes.Grace)}", "The grace must be between zero and one day, or Timeout.InfiniteTimeSpan.");
    }
}
