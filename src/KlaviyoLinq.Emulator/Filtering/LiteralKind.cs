namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>What a literal in a filter is by its spelling alone.</summary>
internal enum LiteralKind
{
    Text,
    Number,
    Boolean,
    Null,
    Instant,
}
