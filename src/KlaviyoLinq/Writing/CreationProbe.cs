using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Looks for a resource whose creation had no answer: by its name, among those that were created since.</summary>
internal static class CreationProbe
{
    // Allowance for a clock of Klaviyo that is behind the program's.
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(2);

    /// <summary>Returns the probe of a creation; null for a type whose resources cannot be listed by their names.</summary>
    internal static Func<CancellationToken, Task<KlaviyoResolution>>? Of<T>(KlaviyoSet<T> set, T row, DateTimeOffset since)
        where T : KlaviyoResource
    {
        if (NamedMember.Of(typeof(T)) is not { } name || name.Read(row) is not { } wanted)
            return null;
        DateTimeOffset from = since - _skew;
        return async cancellationToken =>
        {
            List<string> ids = [];
            bool isCertain = true;
            await foreach (T found in set.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                DateTimeOffset? created = name.Created(found);
                if (name.Read(found) != wanted || created < from)
                    continue;
                ids.Add(found.Id);

                // One without a time, or made a little before, can be an older namesake: the clocks of the program and of Klaviyo differ.
                isCertain &= created >= since;
            }

            return new KlaviyoResolution(ids) { IsCertain = isCertain };
        };
    }
}
