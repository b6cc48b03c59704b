namespace KlaviyoLinq.Forms;

/// <summary>One query parameter as it was written.</summary>
/// <param name="Name">Its wire name: <c>statistics</c>.</param>
/// <param name="Value">A string, or a list of strings that are sent separated by commas.</param>
internal sealed record ParameterTerm(string Name, ValueTerm Value);
