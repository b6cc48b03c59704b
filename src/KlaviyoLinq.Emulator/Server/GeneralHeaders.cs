using KlaviyoLinq.Catalogue;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Writes the headers that every answer of a known path has, whatever comes of the request.</summary>
internal static class GeneralHeaders
{
    /// <summary>Methods that the emulator supports.</summary>
    internal const string Reading = "GET, HEAD";

    internal static void Write(IHeaderDictionary headers, ReadFacts operation)
    {
        headers.Allow = AllowedBy(operation);
        headers.ContentLanguage = "en-us";
        headers.Vary = "Accept, Accept-Language, Cookie, Origin";
    }

    /// <summary>The methods as Klaviyo has them, also those that change something, which are not emulated.</summary>
    private static string AllowedBy(ReadFacts operation) => operation switch
    {
        { ParentType: not null } or { IsClient: true } => "GET, HEAD, OPTIONS",
        { IsCollection: true } => "GET, POST, HEAD, OPTIONS",
        _ => "GET, PUT, PATCH, DELETE, HEAD, OPTIONS",
    };
}
