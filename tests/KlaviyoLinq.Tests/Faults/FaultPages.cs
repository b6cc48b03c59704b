namespace KlaviyoLinq.Tests.Faults;

/// <summary>Pages that the queries of the fault matrix read: three with two resources each, kept small since some are cut off at every byte.</summary>
internal static class FaultPages
{
    internal const int Count = 3;

    internal static string[] Ids(int page) => [$"{page}A", $"{page}B"];

    internal static IEnumerable<string> IdsUpTo(int page) => Enumerable.Range(1, page).SelectMany(Ids);

    /// <param name="page">Counted from 1.</param>
    /// <param name="type">The wire type of its resources.</param>
    internal static string Json(int page, string type)
    {
        string member = type == "profile" ? "email" : "name";
        string data = string.Join(",", Ids(page).Select(id => $$$"""{"type":"{{{type}}}","id":"{{{id}}}","attributes":{"{{{member}}}":"{{{id}}}"}}"""));
        string next = page == Count ? "null" : $"\"?page[cursor]=c{page}\"";
        return $$$"""{"data":[{{{data}}}],"links":{"next":{{{next}}}}}""";
    }

    /// <summary>Returns the page that a request asks for, by its cursor.</summary>
    internal static int Of(string target)
    {
        int cursor = target.IndexOf("cursor%5D=c", StringComparison.OrdinalIgnoreCase);
        return cursor < 0 ? 1 : target[cursor + 11] - '0' + 1;
    }
}
