using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>
/// The forms of the library's own operators in expression trees: like those of <see cref="Queryable"/>, with the call site
/// as one argument more. They are never run; only their <see cref="MethodInfo"/>s are used.
/// </summary>
internal static class SitedOperators
{
    private static readonly ConcurrentDictionary<(string Name, Type First, Type? Second, Type? Third), MethodInfo> _methods = new();

    internal static IQueryable<T> Where<T>(IQueryable<T> source, Expression<Func<T, bool>> predicate, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<TResult> Select<T, TResult>(IQueryable<T> source, Expression<Func<T, TResult>> selector, KlaviyoCallSite site) =>
        throw Unreachable();

    internal static IQueryable<TResult> SelectMany<T, TCollection, TResult>(
        IQueryable<T> source, Expression<Func<T, IEnumerable<TCollection>>> collection, Expression<Func<T, TCollection, TResult>> selector,
        KlaviyoCallSite site) => throw Unreachable();

    internal static IOrderedQueryable<T> OrderBy<T, TKey>(IQueryable<T> source, Expression<Func<T, TKey>> key, KlaviyoCallSite site) => throw Unreachable();

    internal static IOrderedQueryable<T> OrderByDescending<T, TKey>(IQueryable<T> source, Expression<Func<T, TKey>> key, KlaviyoCallSite site) =>
        throw Unreachable();

    internal static IOrderedQueryable<T> ThenBy<T, TKey>(IQueryable<T> source, Expression<Func<T, TKey>> key, KlaviyoCallSite site) => throw Unreachable();

    internal static IOrderedQueryable<T> ThenByDescending<T, TKey>(IQueryable<T> source, Expression<Func<T, TKey>> key, KlaviyoCallSite site) =>
        throw Unreachable();

    internal static IQueryable<T> Include<T, TProperty>(IQueryable<T> source, Expression<Func<T, TProperty>> navigation, KlaviyoCallSite site) =>
        throw Unreachable();

    internal static IQueryable<T> ThenInclude<T, TPrevious, TProperty>(
        IQueryable<T> source, Expression<Func<TPrevious, TProperty>> navigation, KlaviyoCallSite site) =>
        throw Unreachable();

    internal static IQueryable<T> AdditionalFields<T, TProperty>(IQueryable<T> source, Expression<Func<T, TProperty>> member, KlaviyoCallSite site) =>
        throw Unreachable();

    internal static IQueryable<T> Take<T>(IQueryable<T> source, int count, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> Skip<T>(IQueryable<T> source, int count, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> PageSize<T>(IQueryable<T> source, int size, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> HasQueryFilter<T>(IQueryable<T> source, Expression<Func<T, bool>> predicate, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> HasDefaultPageSize<T>(IQueryable<T> source, int size, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> AllowFanOut<T>(IQueryable<T> source, int maximumRequests, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> ResumeFrom<T>(IQueryable<T> source, KlaviyoCheckpoint checkpoint, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> WhereUnchecked<T>(IQueryable<T> source, FormattableString filter, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> For<T>(IQueryable<T> source, ParameterTerm[] parameters, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> OrderByDistance<T>(IQueryable<T> source, ValueTerm[] place, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> TagWith<T>(IQueryable<T> source, string tag, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> Distinct<T>(IQueryable<T> source, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> Reverse<T>(IQueryable<T> source, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> LastAsync<T>(IQueryable<T> source, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> AllAsync<T>(IQueryable<T> source, Expression<Func<T, bool>> predicate, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> ContainsAsync<T>(IQueryable<T> source, Expression<Func<T, bool>> predicate, KlaviyoCallSite site) => throw Unreachable();

    internal static IQueryable<T> ElementAtAsync<T>(IQueryable<T> source, int index, KlaviyoCallSite site) => throw Unreachable();

    /// <summary>Gives the call site of the operator below it; it is not an operator itself.</summary>
    internal static IQueryable<T> At<T>(IQueryable<T> source, KlaviyoCallSite site) => throw Unreachable();

    /// <summary>The method of an operator's name for one, two or three types; made once.</summary>
    internal static MethodInfo Find(string name, Type first, Type? second = null, Type? third = null) =>
        _methods.TryGetValue((name, first, second, third), out MethodInfo? method)
            ? method
            : _methods.GetOrAdd((name, first, second, third), static key => Close(key.Name, [key.First, key.Second, key.Third]));

    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The method stands in a tree and is never run.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The method stands in a tree and is never run.")]
    private static MethodInfo Close(string name, Type?[] types) =>
        typeof(SitedOperators)
            .GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!.MakeGenericMethod([.. types.OfType<Type>()]);

    private static InvalidOperationException Unreachable() => new("An operator of an expression tree was called; it can only be translated.");
}
