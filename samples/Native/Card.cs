namespace KlaviyoLinq.Samples.Native;

/// <summary>A row whose properties are set one by one.</summary>
internal sealed class Card
{
    public string? Name { get; set; }

    public int Letters { get; set; }

    public override string ToString() => $"{Name} ({Letters})";
}
