using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Looks for a resource whose creation had no answer: by its name, among those that were created since.</summary>
internal static class CreationProbe
{
    // Allowance for a clock of Klaviyo that is behind the program's.
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(2);

    /// <summary>Returns the probe of a creation; null for a resource without a name, or whose type cannot be listed.</summary>
    internal static Func<CancellationToken, Task<KlaviyoResolution>>? Of<T>(KlaviyoSet<T> set, T row, DateTimeOffset since)
        where T : KlaviyoResource =>
        NamedMember.Of(typeof(T))?.Read(row) is { } wanted && ProbedRows.Of(set, row) is { } rows ? OfName(rows, wanted, since) : null;

    /// <summary>Returns the probe of a copy; null for one without a name of its own, which Klaviyo chooses.</summary>
    internal static Func<CancellationToken, Task<KlaviyoResolution>>? OfCopy<T>(KlaviyoSet<T> set, string? name, DateTimeOffset since)
        where T : KlaviyoResource =>
        name is not null && ProbedRows.Of(set, null) is { } rows ? OfName(rows, name, since) : null;

    /// <summary>Returns the earliest time by Klaviyo's clock at which a resource can have been created.</summary>
    internal static DateTimeOffset Earliest(DateTimeOffset since) => since - _skew;

    private static Func<CancellationToken, Task<KlaviyoResolution>> OfName<T>(Func<IAsyncEnumerable<T>> rows, string wanted, DateTimeOffset since)
        where T : KlaviyoResource
    {
        NamedMember name = NamedMember.Of(typeof(T))!;
        return async cancellationToken =>
        {
            List<string> ids = [];
            bool isCertain = true;
            await foreach (T found in rows().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                DateTimeOffset? created = name.Created(found);
                if (name.Read(found) != wanted || created < Earliest(since))
                    continue;
                ids.Add(found.Id);

                // One without a time, or made a little before, can be an older namesake: the clocks of the program and of Klaviyo differ.
                isCertain &= created >= since;
            }

            return new KlaviyoResolution(ids) { IsCertain = isCertain };
        };
    }
}
