using System.Linq.Expressions;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace KlaviyoLinq.Repositories;

/// <content>Sums, averages and extremes. Klaviyo computes none: every page is read.</content>
public static partial class KlaviyoRepositoryQueryable
{
    /// <summary>The smallest row. Reads every page.</summary>
    public static Task<T?> MinAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.MinAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The smallest value of the rows. Reads every page, with only what the selector reads.</summary>
    public static Task<TResult?> MinAsync<T, TResult>(
        this IQueryable<T> source,
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.MinAsync(source.AsKlaviyo(), selector, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The greatest row. Reads every page.</summary>
    public static Task<T?> MaxAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.MaxAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The greatest value of the rows. Reads every page, with only what the selector reads.</summary>
    public static Task<TResult?> MaxAsync<T, TResult>(
        this IQueryable<T> source,
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.MaxAsync(source.AsKlaviyo(), selector, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The sum of the rows; zero when there is none. Reads every page.</summary>
    public static Task<T> SumAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default)
        where T : struct, INumber<T> =>
        KlaviyoQueryable.SumAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The sum of the rows that are not null; zero when there is none. Reads every page.</summary>
    public static Task<T?> SumAsync<T>(this IQueryable<T?> source, CancellationToken cancellationToken = default)
        where T : struct, INumber<T> =>
        KlaviyoQueryable.SumAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The sum of a member; zero when there is no row. Reads every page, with only what the selector reads.</summary>
    public static Task<TResult> SumAsync<T, TResult>(
        this IQueryable<T> source,
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TResult : struct, INumber<TResult> =>
        KlaviyoQueryable.SumAsync(source.AsKlaviyo(), selector, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The sum of a member where it is not null; zero when there is no row. Reads every page, with only what the selector reads.</summary>
    public static Task<TResult?> SumAsync<T, TResult>(
        this IQueryable<T> source,
        Expression<Func<T, TResult?>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TResult : struct, INumber<TResult> =>
        KlaviyoQueryable.SumAsync(source.AsKlaviyo(), selector, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The average of the rows. Reads every page.</summary>
    public static Task<double> AverageAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default)
        where T : struct, INumber<T> =>
        KlaviyoQueryable.AverageAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The average of the rows that are not null, or null when there is none. Reads every page.</summary>
    public static Task<double?> AverageAsync<T>(this IQueryable<T?> source, CancellationToken cancellationToken = default)
        where T : struct, INumber<T> =>
        KlaviyoQueryable.AverageAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The average of a member. Reads every page, with only what the selector reads.</summary>
    public static Task<double> AverageAsync<T, TResult>(
        this IQueryable<T> source,
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TResult : struct, INumber<TResult> =>
        KlaviyoQueryable.AverageAsync(source.AsKlaviyo(), selector, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The average of a member where it is not null, or null when there is none. Reads every page, with only what the selector reads.</summary>
    public static Task<double?> AverageAsync<T, TResult>(
        this IQueryable<T> source,
        Expression<Func<T, TResult?>> selector,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TResult : struct, INumber<TResult> =>
        KlaviyoQueryable.AverageAsync(source.AsKlaviyo(), selector, cancellationToken, callerArgument, callerFilePath, callerLineNumber);
}
