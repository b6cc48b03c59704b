namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>Collection of tests that share one validator, which takes seconds to read the document.</summary>
[CollectionDefinition("validated")]
public sealed class ValidatedCollection : ICollectionFixture<ValidatedAccount>;
