using System.Globalization;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sources;

namespace KlaviyoLinq;

/// <summary>
/// Job that Klaviyo carries out after a command. It ends as complete even if everything in it failed: the counts and errors of <see cref="Resource"/> say
/// what became
/// of it.
/// </summary>
/// <typeparam name="T">The resource class of the job.</typeparam>
public sealed class KlaviyoJob<T>
    where T : KlaviyoResource
{
    // A job takes seconds to minutes, and it cannot be read at once after it was accepted.
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    private readonly IQueryEngine _queries;
    private readonly TimeProvider _time;
    private readonly Func<T, JobStatus> _status;

    internal KlaviyoJob(IQueryEngine queries, ICommandEngine commands, T resource, Func<T, JobStatus> status) =>
        (_queries, _time, Resource, _status) = (queries, commands.Time, resource, status);

    /// <summary>Gets the id of the job.</summary>
    public string Id => Resource.Id;

    /// <summary>Gets the job as it was read last.</summary>
    public T Resource { get; private set; }

    /// <summary>Gets the status as it was read last.</summary>
    public JobStatus Status => _status(Resource);

    /// <summary>Gets whether the job had ended when it was read last: complete or cancelled.</summary>
    public bool HasEnded => Status == JobStatus.Complete || Status == JobStatus.Cancelled;

    /// <summary>
    /// Gets whether the request was sent again after a lost answer, so that Klaviyo may have a job before this one. Items that this job reports as existing
    /// may then be those that the first one created: read them before you treat them as failed.
    /// </summary>
    public bool WasRepeated { get; internal init; }

    /// <summary>Reads the job. While Klaviyo does not know it yet, the last state remains.</summary>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <returns>The job.</returns>
    public async Task<T> RefreshAsync(CancellationToken cancellationToken = default) =>
        Resource = await JobReader.FindAsync<T>(_queries, Id, cancellationToken).ConfigureAwait(false) ?? Resource;

    /// <summary>Waits until the job has ended. Reads it at first after a second, then at intervals that double up to 30 seconds.</summary>
    /// <param name="atMost">The longest time to wait; null, the default, for no limit.</param>
    /// <param name="cancellationToken">Ends the waiting. The job continues.</param>
    /// <returns>The job as it ended.</returns>
    /// <exception cref="TimeoutException">The job has not ended in time. It continues.</exception>
    public async Task<T> WaitAsync(TimeSpan? atMost = null, CancellationToken cancellationToken = default)
    {
        long start = _time.GetTimestamp();
        for (TimeSpan interval = _first; !HasEnded; interval = interval * 2 < _longest ? interval * 2 : _longest)
        {
            TimeSpan left = atMost - _time.GetElapsedTime(start) ?? interval;
            if (left <= TimeSpan.Zero)
                throw new TimeoutException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The job {Id} has not ended within {atMost}; its status is '{Status}'. It continues: wait again, or read it later."));
            await Task.Delay(left < interval ? left : interval, _time, cancellationToken).ConfigureAwait(false);
            await RefreshAsync(cancellationToken).ConfigureAwait(false);
        }

        return Resource;
    }
}
