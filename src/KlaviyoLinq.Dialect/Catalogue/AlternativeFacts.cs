namespace KlaviyoLinq.Catalogue;

/// <summary>Alternative of a union: an object distinguished from the others by the constant value of its <paramref name="Discriminator"/> member.</summary>
/// <param name="Discriminator">The wire name of the telling member (<c>type</c>, <c>method</c>, <c>channel</c>); null when the document names none.</param>
/// <param name="Values">The constants that mean this alternative.</param>
/// <param name="Members">The alternative's members.</param>
internal sealed record AlternativeFacts(string? Discriminator, string[] Values, AttributeFacts[] Members);
