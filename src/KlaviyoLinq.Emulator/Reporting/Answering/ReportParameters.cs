using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.QueryStrings;
using KlaviyoLinq.Emulator.Writing;

namespace KlaviyoLinq.Emulator.Reporting.Answering;

/// <summary>Query parameters of a report.</summary>
/// <param name="Fields">The attributes that the answer shows.</param>
/// <param name="Cursor">The cursor of the page; null for the first one.</param>
internal sealed record ReportParameters(IReadOnlyList<string> Fields, string? Cursor)
{
    internal const string CursorName = "page_cursor";

    /// <summary>Reads the parameters; a report takes no other ones.</summary>
    /// <param name="call">The request.</param>
    /// <param name="attributes">The attributes that the answer can show.</param>
    /// <param name="takesCursor">Whether the cursor is a parameter of the report.</param>
    internal static (ReportParameters Parameters, ApiError? Error) Read(WriteCall call, IReadOnlyList<string> attributes, bool takesCursor)
    {
        ReportParameters read = new(attributes, null);
        foreach (RawParameter parameter in call.Parameters)
        {
            if (takesCursor && parameter.Name == CursorName)
            {
                read = read with { Cursor = parameter.Value };
                continue;
            }
            string type = call.Resource.Json.GetProperty("type").GetString()!;
            if (parameter.Name != $"fields[{type}]")
                return (read, ApiError.Invalid(parameter.Name, $"'{parameter.Name}' is not an allowed parameter for this resource."));
            string[] fields = [.. parameter.Value.Split(',').Select(field => field.Trim())];
            if (fields.FirstOrDefault(field => field != "id" && !attributes.Contains(field)) is { } unlisted)
                return (read, ApiError.Invalid(parameter.Name, $"'{unlisted}' is not a valid field for the resource type '{type}'."));
            read = read with { Fields = fields };
        }
        return (read, null);
    }
}
