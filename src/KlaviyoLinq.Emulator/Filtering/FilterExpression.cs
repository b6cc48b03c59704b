namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>A parsed filter or a part of one.</summary>
internal abstract record FilterExpression;
