namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>The official document, the distilled facts or the overrides say something that the generator cannot turn into C#.</summary>
internal sealed class SpecificationException(string message) : Exception(message);
