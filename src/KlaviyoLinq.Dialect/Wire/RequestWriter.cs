using System.Globalization;
using System.Text;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Wire;

/// <summary>Writes the path and query of a request's first page, percent-encoded, without scheme and host.</summary>
internal static class RequestWriter
{
    internal static string Write(KlaviyoRequest request)
    {
        StringBuilder uri = new(Path(request));
        char separator = '?';

        foreach (RequestParameter parameter in request.Parameters)
            Parameter(parameter.Name, Joined(parameter.Values));
        if (request.Filter is { } filter)
            Parameter("filter", Uri.EscapeDataString(FilterWriter.Write(filter)));
        if (request.Sort is { } sort)
            Parameter("sort", sort.Descending ? "-" + sort.Field : sort.Field);
        if (request.Includes.Count > 0)
            Parameter("include", Joined(request.Includes));
        foreach (Fieldset fieldset in request.Fieldsets)
            Parameter(Family("fields", fieldset.ResourceType), Joined(fieldset.Members));
        foreach (Fieldset fieldset in request.AdditionalFields)
            Parameter(Family("additional-fields", fieldset.ResourceType), Joined(fieldset.Members));
        if (request.PageSize is { } size)
            Parameter(Family("page", "size"), size.ToString(CultureInfo.InvariantCulture));
        return uri.ToString();

        void Parameter(string name, string value)
        {
            uri.Append(separator).Append(name).Append('=').Append(value);
            separator = '&';
        }
    }

    /// <summary>The headers that a request carries besides those of every request.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Headers(KlaviyoRequest request) =>
        request.HeaderFilter is { } filter ? [new(filter.Header, FilterWriter.Write(filter.Filter))] : [];

    // Percent-encoded, an id is one segment whatever it holds: no slash of it separates, and no dot of it climbs.
    private static string Path(KlaviyoRequest request)
    {
        string template = request.Operation.Path;
        int opening = template.IndexOf('{');
        return opening < 0 || request.Id is not StringValue id
            ? template
            : template.Substring(0, opening) + Uri.EscapeDataString(id.Value) + template.Substring(template.IndexOf('}') + 1);
    }

    // RFC 3986 allows brackets in no part of a query, so they travel encoded.
    private static string Family(string name, string member) => name + "%5B" + Uri.EscapeDataString(member) + "%5D";

    // A comma between members is a delimiter of the parameter, not data, and stays as it is.
    private static string Joined(IReadOnlyList<string> members) => string.Join(",", members.Select(Uri.EscapeDataString));
}
