namespace KlaviyoLinq.Emulator.Faults;

/// <summary>A route as faults name it: a method or none, and a path in which <c>{id}</c> stands for one segment and a closing <c>*</c> for the rest.</summary>
internal sealed class RoutePattern
{
    private readonly string? _method;
    private readonly string[] _segments;

    private RoutePattern(string? method, string[] segments, string text)
    {
        _method = method;
        _segments = segments;
        Text = text;
    }

    /// <summary>The route as it was written.</summary>
    internal string Text { get; }

    /// <exception cref="ArgumentException">The text is not a route.</exception>
    internal static RoutePattern Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string path = words is [.., var last] ? last : "";
        if (words.Length > 2 || !(path == "*" || path.StartsWith('/')) || path.Contains('?') || path.TrimEnd('*').Contains('*'))
            throw new ArgumentException($"'{text}' is not a route. Write 'GET /api/profiles', '/api/lists/{{id}}/profiles', '/api/catalog*' or '*'.", nameof(text));
        return new RoutePattern(words.Length == 2 ? words[0] : null, Segments(path), text);
    }

    internal bool Matches(string method, string path)
    {
        if (_method is not null && !_method.Equals(method, StringComparison.OrdinalIgnoreCase))
            return false;
        string[] sent = Segments(path);
        for (int i = 0; i < _segments.Length; i++)
        {
            bool isRest = _segments[i].EndsWith('*');
            if (isRest)
                return (i < sent.Length ? sent[i] : "").StartsWith(_segments[i][..^1], StringComparison.Ordinal);
            if (i >= sent.Length || !(_segments[i] == sent[i] || (IsGap(_segments[i]) && sent[i].Length > 0)))
                return false;
        }
        return sent.Length == _segments.Length;
    }

    private static bool IsGap(string segment) => segment.StartsWith('{') && segment.EndsWith('}');

    /// <summary>Klaviyo's own links close with a slash.</summary>
    private static string[] Segments(string path) => path.Trim('/').Split('/');
}
