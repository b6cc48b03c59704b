namespace KlaviyoLinq.Conformance.Tests.Cases;

/// <summary>An operation that C# reaches.</summary>
/// <param name="Operation">The operation's id: <c>get_profiles</c>.</param>
/// <param name="Query">The query without any operator but those that the operation demands, given the parent's id.</param>
internal sealed record OperationCase(string Operation, Func<KlaviyoContext, string, IKlaviyoQueryable<object>> Query);
