namespace KlaviyoLinq.Benchmarks.Measuring;

/// <summary>Measured cost of one candidate.</summary>
/// <param name="Name">The candidate.</param>
/// <param name="Seconds">Time for the work once, the first quartile of all rounds.</param>
/// <param name="Bytes">Bytes allocated by the work once.</param>
internal sealed record Measurement(string Name, double Seconds, double Bytes)
{
    /// <summary>
    /// Processor time of the process for the work once, the first quartile of all rounds: what a machine that is busy with other work does not
    /// stretch.
    /// </summary>
    internal double ProcessorSeconds { get; init; } = double.NaN;
}
