namespace KlaviyoLinq.Emulator;

/// <summary>Number of requests that an operation accepts from one account.</summary>
/// <param name="Burst">In a window of one second; 0 for no such window.</param>
/// <param name="Steady">In a window of one minute; 0 for no such window.</param>
/// <param name="Daily">In a window of one day; 0 for no such window.</param>
public readonly record struct RateLimit(int Burst, int Steady, int Daily = 0);
