using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary>The request that continues after a sort key, or the reason why there is none.</summary>
/// <param name="Request">The request; null for none.</param>
/// <param name="Obstacle">The reason why there is none, with the remedy; empty where there is one.</param>
internal sealed record Reanchoring(KlaviyoRequest? Request, string Obstacle);
