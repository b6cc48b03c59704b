using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Commands;

/// <summary>Makes drafts of operations that are addressed by method and path.</summary>
internal static class CommandTarget
{
    /// <summary>Finds an operation by its method and path template.</summary>
    /// <exception cref="InvalidOperationException">The revision has no such operation.</exception>
    internal static WriteFacts Find(string method, string path) =>
        KlaviyoCatalogue.Newest.FindOperation(method, path) as WriteFacts
        ?? throw new InvalidOperationException($"Klaviyo has no operation {method} {path}.");

    /// <summary>Returns a draft whose body is written by a method.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path template.</param>
    /// <param name="site">The call.</param>
    /// <param name="write">Writes the value of <c>data</c>.</param>
    internal static CommandDraft Draft(string method, string path, Site site, Action<Utf8JsonWriter> write) =>
        new(Find(method, path), site) { Write = json => Written(json, write) };

    /// <summary>Returns a draft of a POST.</summary>
    /// <inheritdoc cref="Draft"/>
    internal static CommandDraft Post(string path, Site site, Action<Utf8JsonWriter> write) => Draft("POST", path, site, write);

    private static LinkFaults Written(Utf8JsonWriter json, Action<Utf8JsonWriter> write)
    {
        write(json);
        return default;
    }
}
