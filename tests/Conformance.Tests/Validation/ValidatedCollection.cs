namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>All tests share one validator, which takes seconds to read the document.</summary>
[CollectionDefinition("validated")]
public sealed class ValidatedCollection : ICollectionFixture<ValidatedAccount>;
