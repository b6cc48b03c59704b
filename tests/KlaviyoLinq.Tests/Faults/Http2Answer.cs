using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>Action of an HTTP/2 server in place of the proper answer to one request.</summary>
/// <param name="context">The request.</param>
/// <param name="page">The page that was requested, as it should be answered.</param>
internal delegate Task Http2Answer(HttpContext context, string page);
