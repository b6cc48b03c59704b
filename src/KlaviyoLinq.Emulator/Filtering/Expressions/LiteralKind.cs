namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>Kinds of literals, as their spelling shows.</summary>
internal enum LiteralKind
{
    Text,
    Number,
    Boolean,
    Null,
    Instant,
}
