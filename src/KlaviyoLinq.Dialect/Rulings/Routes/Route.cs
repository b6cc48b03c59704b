using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Routes;

/// <summary>One operation by which a query may be answered, and what of the query is left to be said there.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Key">The id in its path; null where the path has none.</param>
/// <param name="Stages">The stages without those that the path itself expresses.</param>
internal sealed record Route(ReadFacts Operation, ResourceKey? Key, IReadOnlyList<Stage> Stages);
