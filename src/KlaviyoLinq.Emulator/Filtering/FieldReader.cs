using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Finds the values of one field in a row: none when the field is absent or null, several when it is an array or a relationship to many.</summary>
internal abstract class FieldReader
{
    /// <summary>Determines whether the test holds for any value of the field.</summary>
    internal abstract bool Any(in Row row, ValueTest test);
}
