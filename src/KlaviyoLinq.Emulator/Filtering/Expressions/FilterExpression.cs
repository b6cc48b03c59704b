namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>A parsed filter or a part of one.</summary>
internal abstract record FilterExpression;
