using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Running;

namespace KlaviyoLinq;

/// <content>Pages of a query, and resuming after them.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>Reads the query page by page. Each page is requested when it is needed. A limit shortens the last page.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query; thrown when the enumeration begins.</exception>
    public static IAsyncEnumerable<KlaviyoPage<T>> AsPages<T>(this IKlaviyoQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Composer.Provider(source).StreamPages<T>(source);
    }

    /// <summary>Reads the rows of the query, each with a checkpoint after it.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query; thrown when the enumeration begins.</exception>
    public static IAsyncEnumerable<KlaviyoRow<T>> WithCheckpoints<T>(this IKlaviyoQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new GuardedStream<KlaviyoRow<T>>(RowsOfAsync(source.AsPages()));
    }

    /// <summary>
    /// Resumes after the last row that was consumed before <paramref name="checkpoint"/> was taken, in this process or another. The query, the revision and
    /// the account must be the same as then. <c>Take</c> before it counts the rows of the earlier runs too, <c>Take</c> after it those of this one.
    /// </summary>
    /// <param name="source">The query.</param>
    /// <param name="checkpoint">The checkpoint; null to start at the beginning, so that the first run needs no special case.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="Errors.KlaviyoCheckpointException">The query, the revision or the account is another one. Thrown when the query runs, before
    /// the first row.</exception>
    public static IKlaviyoQueryable<T> ResumeFrom<T>(
        this IKlaviyoQueryable<T> source,
        KlaviyoCheckpoint? checkpoint,
        [CallerArgumentExpression(nameof(checkpoint))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) => checkpoint is null
        ? source
        : Composer.Compose<T>(
            nameof(ResumeFrom), source, Expression.Constant(checkpoint), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    private static async IAsyncEnumerable<KlaviyoRow<T>> RowsOfAsync<T>(
        IAsyncEnumerable<KlaviyoPage<T>> pages, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (KlaviyoPage<T> page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            for (int i = 0; i < page.Items.Count; i++)
                yield return new KlaviyoRow<T>(page, i);
    }
}
