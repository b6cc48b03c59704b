namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Outcome of one correction at one revision.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="Section">Its section of the overrides.</param>
/// <param name="Subject">The corrected thing, in words.</param>
/// <param name="Met">Whether the facts held what the correction corrects.</param>
internal sealed record CorrectionResult(Correction Correction, string Section, string Subject, bool Met);
