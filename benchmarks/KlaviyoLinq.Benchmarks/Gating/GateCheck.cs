using System.Globalization;

namespace KlaviyoLinq.Benchmarks.Gating;

/// <summary>A number that must not become larger than a limit.</summary>
/// <param name="What">What is measured, beside what.</param>
/// <param name="Value">What came of it.</param>
/// <param name="Limit">The most it may be.</param>
internal sealed record GateCheck(string What, double Value, double Limit)
{
    internal bool Passes => Value <= Limit;

    /// <summary>The better of two measurements of the same.</summary>
    internal static GateCheck Better(GateCheck one, GateCheck other) => one.Value <= other.Value ? one : other;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Passes ? "ok  " : "FAIL")} {What}: {Number(Value)}, at most {Number(Limit)}");

    private static string Number(double number) => number.ToString(number < 100 ? "0.00" : "N0", CultureInfo.InvariantCulture);
}
