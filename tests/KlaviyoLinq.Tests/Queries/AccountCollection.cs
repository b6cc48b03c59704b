namespace KlaviyoLinq.Tests.Queries;

/// <summary>The tests that share one emulated account, one after the other, so that each sees its own requests.</summary>
[CollectionDefinition("account")]
public sealed class AccountCollection : ICollectionFixture<EmulatedAccount>;
