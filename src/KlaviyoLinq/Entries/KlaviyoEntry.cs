using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Model;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq.Entries;

/// <summary>
/// Entry of a resource in memory, to load its relationships: <c>klaviyo.Entry(evt).Reference(e => e.Profile).LoadAsync()</c>. Returned by
/// <see cref="KlaviyoContext.Entry{T}"/>. Nothing is tracked; the entry is only the resource and its context.
/// </summary>
/// <typeparam name="T">The resource class.</typeparam>
public sealed class KlaviyoEntry<T>
    where T : KlaviyoResource
{
    private readonly IQueryEngine _provider;

    internal KlaviyoEntry(IQueryEngine provider, T resource)
    {
        _provider = provider;
        Resource = resource;
    }

    /// <summary>Gets the resource.</summary>
    public T Resource { get; }

    /// <summary>Returns the entry of a relationship to one resource.</summary>
    /// <typeparam name="TRelated">The class of the related resource.</typeparam>
    /// <param name="navigation">The navigation property: <c>e => e.Profile</c>.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="ArgumentException">It is not a navigation property of the resource; the message lists them.</exception>
    public KlaviyoReferenceEntry<T, TRelated> Reference<TRelated>(
        Expression<Func<T, TRelated?>> navigation,
        [CallerArgumentExpression(nameof(navigation))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TRelated : KlaviyoResource =>
        new(_provider, Resource, navigation, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Returns the entry of a relationship to any number of resources.</summary>
    /// <typeparam name="TRelated">The class of the related resources.</typeparam>
    /// <param name="navigation">The navigation property: <c>p => p.Lists</c>.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="ArgumentException">It is not a navigation property of the resource; the message lists them.</exception>
    public KlaviyoCollectionEntry<T, TRelated> Collection<TRelated>(
        Expression<Func<T, IEnumerable<TRelated>>> navigation,
        [CallerArgumentExpression(nameof(navigation))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TRelated : KlaviyoResource =>
        new(_provider, Resource, navigation, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));
}
