namespace KlaviyoLinq.Plans;

/// <summary>A slot in a URL for a captured value.</summary>
/// <param name="Step">The number of the value.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Alternatives">The number of the list of alternatives that it stands in; 0 for none. Within one the values must differ.</param>
internal sealed record TemplateSlot(int Step, SlotKind Kind, int Alternatives);
