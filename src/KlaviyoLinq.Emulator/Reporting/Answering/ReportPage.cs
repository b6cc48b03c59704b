using System.Security.Cryptography;
using System.Text;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Paging;
using KlaviyoLinq.Emulator.Sorting;
using KlaviyoLinq.Emulator.Writing;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Reporting.Answering;

/// <summary>Place of one page among the groups of a report.</summary>
/// <param name="Question">The report and its body without the cursor, which cursors belong to.</param>
/// <param name="Start">The number of groups on the pages before.</param>
/// <param name="Depth">The number of pages before.</param>
internal sealed record ReportPage(string Question, int Start, int Depth)
{
    /// <summary>The id of the answer, the same for the same question.</summary>
    internal string Id => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Question)).AsSpan(..16)).ToString();

    /// <summary>Finds the page of a cursor.</summary>
    /// <param name="call">The request.</param>
    /// <param name="cursor">The cursor; null for the first page.</param>
    /// <param name="isInBody">Whether the cursor stands in the body.</param>
    internal static (ReportPage? Page, ApiError? Error) Find(WriteCall call, string? cursor, bool isInBody)
    {
        string question = QuestionOf(call);
        if (cursor is null)
            return (new ReportPage(question, 0, 0), null);
        if (CursorCodec.Decode(cursor, question) is { } place)
            return (new ReportPage(question, (int)Math.Clamp(place.Key.Number, 0, int.MaxValue), place.Depth), null);
        const string Detail = "Invalid page cursor.";
        return (null, isInBody
            ? BodyFault.At("/data/attributes/" + ReportParameters.CursorName, Detail)
            : ApiError.Invalid(ReportParameters.CursorName, Detail));
    }

    /// <summary>The cursor of the page that begins after a number of groups.</summary>
    internal string CursorAt(int start) => CursorCodec.Encode(new Cursor(true, SortKey.OfTicks(start), "", Depth + 1), Question);

    private static string QuestionOf(WriteCall call) => call.Facts + "\n" + string.Join('\n', call.Resource.Attributes.EnumerateObject()
        .Where(attribute => attribute.Name != ReportParameters.CursorName)
        .OrderBy(attribute => attribute.Name, StringComparer.Ordinal)
        .Select(attribute => attribute.Name + "=" + attribute.Value.GetRawText()));
}
