using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary>The request that goes on behind a sort key, or why there is none.</summary>
/// <param name="Request">The request; null where there is none.</param>
/// <param name="Obstacle">Why there is none, and what would help, for people to read; empty where there is one.</param>
internal sealed record Reanchoring(KlaviyoRequest? Request, string Obstacle);
