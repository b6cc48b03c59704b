namespace KlaviyoLinq.Conformance.Tests.Cases;

/// <summary>An operation that C# reaches.</summary>
/// <param name="Operation">The operation's id: <c>get_profiles</c>.</param>
/// <param name="Source">Where its queries start, given the id.</param>
/// <param name="Query">The query with the operators that the operation requires and no others.</param>
internal sealed record OperationCase(
    string Operation, Func<Contexts, string, IKlaviyoQueryable<object>> Source, Func<Contexts, string, IKlaviyoQueryable<object>> Query);
