namespace KlaviyoLinq.Emulator.Sorting;

/// <summary>Types by which the values of a sort key are compared.</summary>
internal enum SortKind
{
    Text,
    Instant,
    Number,
}
