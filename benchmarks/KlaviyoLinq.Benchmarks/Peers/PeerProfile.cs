namespace KlaviyoLinq.Benchmarks.Peers;

/// <summary>A profile as the other LINQ providers map it.</summary>
internal sealed class PeerProfile
{
    public string Id { get; set; } = "";

    public string? Email { get; set; }

    public string? City { get; set; }

    public DateTime Created { get; set; }
}
