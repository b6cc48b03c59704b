using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.RateLimiting;

/// <summary>Counts the requests of every account and says which are too many. A request that is refused counts against nothing.</summary>
/// <param name="settings">How to count; null counts nothing and refuses nothing.</param>
/// <param name="seed">Where the chance of the windows' beginnings begins.</param>
/// <param name="time">The clock of the windows.</param>
internal sealed class RequestCounts(RateLimitSettings? settings, int seed, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string Counted), RequestCount> _counts = [];

    /// <summary>Counts a request, or refuses it.</summary>
    internal RateLimitVerdict Count(string account, OperationFacts operation, IReadOnlyList<CountedLimit> limits)
    {
        bool describesSteady = settings?.DescribesSteadyWindow ?? false;
        if (settings is null)
            return RateLimitVerdict.Uncounted(limits, describesSteady);
        if (settings.Limits.TryGetValue(operation is ReadFacts ? operation.Path : operation.ToString(), out RateLimit other))
            limits = [limits[0] with { Limit = new RateLimitFacts(other.Burst, other.Steady, other.Daily) }, .. limits.Skip(1)];
        DateTimeOffset now = time.GetUtcNow();
        lock (_lock)
        {
            RequestCount[] counts = [.. limits.Select(limit => Find(account, limit))];
            FixedWindow? full = counts.Select(count => count.FindFull(now)).OfType<FixedWindow>().MaxBy(window => window.ResetsAt(now));
            if (full is not null)
            {
                full.Refuse();
                return RateLimitVerdict.Full(full.ResetsAt(now) - now);
            }
            foreach (RequestCount count in counts)
                count.Take(now);
            return RateLimitVerdict.Counted(limits, counts, now, describesSteady);
        }
    }

    /// <summary>Every window that has counted something, as it stands.</summary>
    internal IReadOnlyList<RateLimitWindow> Describe()
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_lock)
            return [.. _counts.Values.SelectMany(count => count.Describe(now))];
    }

    private RequestCount Find(string account, CountedLimit limit)
    {
        if (!_counts.TryGetValue((account, limit.Counted), out RequestCount? count))
            _counts.Add((account, limit.Counted), count = new RequestCount(account, limit.Counted, length => Phase(account, length)));
        count.Limit = limit.Limit;
        return count;
    }

    /// <summary>The same account's windows begin together; where they do is chance, and the same for the same seed.</summary>
    private TimeSpan Phase(string account, TimeSpan length)
    {
        if (settings!.Phase is { } given)
            return new TimeSpan(given.Ticks % length.Ticks);
        byte[] chance = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {length.Ticks} {account}")));
        return new TimeSpan((long)(BinaryPrimitives.ReadUInt64LittleEndian(chance) % (ulong)length.Ticks));
    }
}
