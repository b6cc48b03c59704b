using System.Numerics;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Deterministic random (SplitMix64): the same seed gives the same account on every machine and runtime.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>SeededRandom for one type of resource, independent of how many there are of the others.</summary>
    internal static SeededRandom For(int seed, string type)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in type)
            hash = (hash ^ c) * 1099511628211;
        return new SeededRandom(hash ^ BitOperations.RotateLeft((ulong)seed * 0x9E3779B97F4A7C15, 17));
    }

    internal ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Draws an integer from 0 up to, not including, the limit.</summary>
    internal int Below(int limit) => (int)(Next() % (ulong)limit);

    internal long Below(long limit) => (long)(Next() % (ulong)limit);

    internal bool OneIn(int many) => Below(many) == 0;

    internal T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
}
