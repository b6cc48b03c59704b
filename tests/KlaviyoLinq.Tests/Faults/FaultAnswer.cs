namespace KlaviyoLinq.Tests.Faults;

/// <summary>What a server does with one request instead of answering it as it should.</summary>
internal delegate Task FaultAnswer(Exchange exchange);
