using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>What a server that speaks HTTP/2 does with one request instead of answering it as it should.</summary>
/// <param name="context">The request.</param>
/// <param name="page">The page that was asked for, as it should be answered.</param>
internal delegate Task Http2Answer(HttpContext context, string page);
