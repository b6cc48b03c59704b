namespace KlaviyoLinq.Emulator.Sorting;

/// <summary>As what the values of a sort key are compared.</summary>
internal enum SortKind
{
    Text,
    Instant,
    Number,
}
