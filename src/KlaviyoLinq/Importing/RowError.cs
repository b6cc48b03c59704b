using System.Globalization;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Importing;

/// <summary>Error of a row that a job reports.</summary>
/// <param name="Index">The place of the row in the request, from 0; null where the job names none.</param>
/// <param name="Error">The error.</param>
internal sealed record RowError(int? Index, KlaviyoError Error)
{
    /// <summary>Reads the place of the row from a pointer: <c>/data/attributes/profiles/data/12/attributes/email</c>.</summary>
    internal static RowError Of(string? code, string? title, string? detail, string? pointer)
    {
        int? index = pointer?.Split('/')
            .Select(step => int.TryParse(step, CultureInfo.InvariantCulture, out int number) ? number : (int?)null)
            .FirstOrDefault(number => number is not null);
        return new RowError(index, new KlaviyoError { Code = code, Title = title, Detail = detail, SourcePointer = pointer, Row = index });
    }
}
