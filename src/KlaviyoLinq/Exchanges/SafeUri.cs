namespace KlaviyoLinq.Exchanges;

/// <summary>Masks a request for messages, logs and traces: the values in its filter, and its cursor, which contains the sort key of the last row.</summary>
internal static class SafeUri
{
    internal static string Of(string uri)
    {
        int query = uri.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? uri : uri[..(query + 1)] + string.Join('&', uri[(query + 1)..].Split('&').Select(Mask));
    }

    private static string Mask(string parameter)
    {
        int equals = parameter.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return parameter;
        string value = parameter[(equals + 1)..];
        return Uri.UnescapeDataString(parameter[..equals]) switch
        {
            "filter" => "filter=" + FilterMask.Apply(Uri.UnescapeDataString(value)),
            "page[cursor]" => "page[cursor]=…",
            _ => parameter,
        };
    }
}
