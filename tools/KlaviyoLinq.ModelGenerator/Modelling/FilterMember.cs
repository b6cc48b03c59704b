namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>The typed C# path to what a filter field compares.</summary>
/// <param name="Path">The path from the resource class on, with <c>[]</c> after what holds several: <c>CampaignMessages[].Channel</c>.</param>
/// <param name="Type">The C# type at its end.</param>
internal sealed record FilterMember(string Path, string Type);
