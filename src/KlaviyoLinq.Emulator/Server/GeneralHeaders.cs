using KlaviyoLinq.Catalogue;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Writes the headers that every answer of a known path has, whatever comes of the request.</summary>
internal static class GeneralHeaders
{
    internal static void Write(IHeaderDictionary headers, PathRoute route)
    {
        headers.Allow = route.Read is { } read ? AllowedBy(read) : route.Methods + ", OPTIONS";
        headers.ContentLanguage = "en-us";
        headers.Vary = "Accept, Accept-Language, Cookie, Origin";
    }

    /// <summary>The methods as recorded, also where Klaviyo has no such operation.</summary>
    private static string AllowedBy(ReadFacts operation) => operation switch
    {
        { ParentType: not null } or { IsClient: true } => "GET, HEAD, OPTIONS",
        { IsCollection: true } => "GET, POST, HEAD, OPTIONS",
        _ => "GET, PUT, PATCH, DELETE, HEAD, OPTIONS",
    };
}
