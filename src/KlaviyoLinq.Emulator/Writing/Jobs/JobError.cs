using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Writing.Jobs;

/// <summary>Error of one item of a job.</summary>
/// <param name="Index">The place of the item in the body.</param>
/// <param name="Error">The error as a request for that item alone would meet it, with a pointer below <c>/data</c>.</param>
internal sealed record JobError(int Index, ApiError Error)
{
    /// <summary>Returns the pointer to the faulty member in the job's body.</summary>
    /// <param name="items">The pointer to the array of items: <c>/data/attributes/items/data</c>.</param>
    internal string Pointer(string items)
    {
        string within = Error.Pointer is { } pointer && pointer.StartsWith("/data", StringComparison.Ordinal) ? pointer["/data".Length..].TrimEnd('/') : "";
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{items}/{Index}{within}");
    }
}
