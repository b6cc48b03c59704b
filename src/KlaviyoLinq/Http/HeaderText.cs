using System.Buffers;

namespace KlaviyoLinq.Http;

/// <summary>What a secret may consist of so that it can stand in a header: visible ASCII.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> _visible = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c)]);

    internal static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(_visible);
}
