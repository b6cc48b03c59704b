namespace KlaviyoLinq.Tests.Faults;

/// <summary>Action of a server in place of the proper answer to one request.</summary>
internal delegate Task FaultAnswer(Exchange exchange);
