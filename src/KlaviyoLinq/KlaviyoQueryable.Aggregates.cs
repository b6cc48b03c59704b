using System.Linq.Expressions;
using System.Numerics;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Running;

namespace KlaviyoLinq;

/// <content>
/// Sums, averages and extremes. Klaviyo computes none, so every page is read, with only the member in question. As in LINQ to Objects, nulls are left
/// out; without values the sum is zero, and everything else throws, or is null for nullable types.
/// </content>
public static partial class KlaviyoQueryable
{
    /// <summary>Returns the smallest row. Reads every page.</summary>
    /// <exception cref="InvalidOperationException">There is no row, and the type has no null.</exception>
    public static async Task<T?> MinAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default) =>
        await Rows(source, cancellationToken).MinAsync(comparer: null, cancellationToken).ConfigureAwait(false);

    /// <summary>Returns the smallest value of the rows. Reads every page, with only what the selector reads.</summary>
    /// <exception cref="InvalidOperationException">There is no row, and the type has no null.</exception>
    public static Task<TResult?> MinAsync<T, TResult>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Select(selector, callerArgument, callerFilePath, callerLineNumber).MinAsync(cancellationToken);

    /// <summary>Returns the greatest row. Reads every page.</summary>
    /// <exception cref="InvalidOperationException">There is no row, and the type has no null.</exception>
    public static async Task<T?> MaxAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default) =>
        await Rows(source, cancellationToken).MaxAsync(comparer: null, cancellationToken).ConfigureAwait(false);

    /// <summary>Returns the greatest value of the rows. Reads every page, with only what the selector reads.</summary>
    /// <exception cref="InvalidOperationException">There is no row, and the type has no null.</exception>
    public static Task<TResult?> MaxAsync<T, TResult>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Select(selector, callerArgument, callerFilePath, callerLineNumber).MaxAsync(cancellationToken);

    /// <summary>Returns the sum of the rows; zero when there is none. Reads every page.</summary>
    /// <exception cref="OverflowException">The sum does not fit its type.</exception>
    public static async Task<T> SumAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default)
        where T : struct, INumber<T> =>
        (await SumAndCount<T>.OfAsync(Rows(source, cancellationToken)).ConfigureAwait(false)).Sum;

    /// <summary>Returns the sum of the rows that are not null; zero when there is none. Reads every page.</summary>
    /// <exception cref="OverflowException">The sum does not fit its type.</exception>
    public static async Task<T?> SumAsync<T>(this IKlaviyoQueryable<T?> source, CancellationToken cancellationToken = default)
        where T : struct, INumber<T> =>
        (await SumAndCount<T>.OfAsync(NotNull(Rows(source, cancellationToken))).ConfigureAwait(false)).Sum;

    /// <summary>Returns the sum of a member; zero when there is no row. Reads every page, with only what the selector reads.</summary>
    /// <exception cref="OverflowException">The sum does not fit its type.</exception>
    public static Task<TResult> SumAsync<T, TResult>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TResult : struct, INumber<TResult> =>
        source.Select(selector, callerArgument, callerFilePath, callerLineNumber).SumAsync(cancellationToken);

    /// <summary>Returns the sum of a member where it is not null; zero when there is no row. Reads every page, with only what the selector reads.</summary>
    /// <exception cref="OverflowException">The sum does not fit its type.</exception>
    public static Task<TResult?> SumAsync<T, TResult>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TResult?>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TResult : struct, INumber<TResult> =>
        source.Select(selector, callerArgument, callerFilePath, callerLineNumber).SumAsync(cancellationToken);

    /// <summary>Returns the average of the rows. Reads every page.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    public static async Task<double> AverageAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default)
        where T : struct, INumber<T> =>
        (await SumAndCount<T>.OfAsync(Rows(source, cancellationToken)).ConfigureAwait(false)).Average ?? throw NoRow();

    /// <summary>Returns the average of the rows that are not null, or null when there is none. Reads every page.</summary>
    public static async Task<double?> AverageAsync<T>(this IKlaviyoQueryable<T?> source, CancellationToken cancellationToken = default)
        where T : struct, INumber<T> =>
        (await SumAndCount<T>.OfAsync(NotNull(Rows(source, cancellationToken))).ConfigureAwait(false)).Average;

    /// <summary>Returns the average of a member. Reads every page, with only what the selector reads.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    public static Task<double> AverageAsync<T, TResult>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TResult : struct, INumber<TResult> =>
        source.Select(selector, callerArgument, callerFilePath, callerLineNumber).AverageAsync(cancellationToken);

    /// <summary>
    /// Returns the average of a member where it is not null, or null when there is none. Reads every page, with only what the selector reads.
    /// </summary>
    public static Task<double?> AverageAsync<T, TResult>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TResult?>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TResult : struct, INumber<TResult> =>
        source.Select(selector, callerArgument, callerFilePath, callerLineNumber).AverageAsync(cancellationToken);

    private static IAsyncEnumerable<T> NotNull<T>(IAsyncEnumerable<T?> rows)
        where T : struct => rows.Where(row => row.HasValue).Select(row => row!.Value);
}
