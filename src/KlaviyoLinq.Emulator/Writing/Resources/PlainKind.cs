namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Resource type without rules of its own.</summary>
internal sealed class PlainKind : ResourceKind;
