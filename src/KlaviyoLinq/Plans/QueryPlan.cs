using KlaviyoLinq.Requests;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Plans;

/// <summary>
/// The remembered translation of a query, for any captured values: which of them are evaluated, in which order, with which checks; the URL with slots for
/// them; and the projection. It holds none of the values.
/// </summary>
/// <param name="Steps">The captured values that the reader requested, in its order.</param>
/// <param name="Request">The request; literals that spell a captured value are pending.</param>
/// <param name="Template">The address, or null when nothing is sent.</param>
/// <param name="Projection">How a resource becomes a row.</param>
/// <param name="ProjectionNodes">The constants that the projection captures, as numbers in the walk over the tree.</param>
internal sealed record QueryPlan(PlanStep[] Steps, KlaviyoRequest Request, UriTemplate? Template, Projection Projection, int[] ProjectionNodes);
