namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A randomizer that always draws the same fraction of the range.</summary>
internal sealed class ScriptedRandom(double part) : Random
{
    public override double NextDouble() => part;
}
