namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Rates of statistics.</summary>
internal static class Ratio
{
    /// <returns>0 where the divisor is 0: nothing happened.</returns>
    internal static decimal Of(decimal part, decimal whole) => whole == 0 ? 0 : part / whole;
}
