namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A randomizer that always draws the same part of what it is asked for.</summary>
internal sealed class ScriptedRandom(double part) : Random
{
    public override double NextDouble() => part;
}
