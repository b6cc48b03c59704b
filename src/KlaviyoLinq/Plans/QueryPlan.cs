using KlaviyoLinq.Requests;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Plans;

/// <summary>
/// What a query becomes, whatever it captures: which captured values are asked for, in which order, and what must hold of each; the address
/// with places for them; and the projection. It holds none of the values.
/// </summary>
/// <param name="Steps">The captured values that the reader asked for, in its order.</param>
/// <param name="Request">The request; literals that spell a captured value are pending.</param>
/// <param name="Template">The address, or null when nothing is sent.</param>
/// <param name="Projection">How a resource becomes a row.</param>
/// <param name="ProjectionNodes">The constants that the projection captures, as numbers in the walk over the tree.</param>
internal sealed record QueryPlan(PlanStep[] Steps, KlaviyoRequest Request, UriTemplate? Template, Projection Projection, int[] ProjectionNodes);
