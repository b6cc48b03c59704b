using KlaviyoLinq.Requests;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Plans;

/// <summary>A query that is ready to be sent.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Address">Path and query of the first page; null where nothing or several requests are sent.</param>
/// <param name="Projection">How a resource becomes a row.</param>
/// <param name="Captured">What the projection captures.</param>
internal readonly record struct PreparedQuery(KlaviyoRequest Request, string? Address, Projection Projection, object?[] Captured)
{
    /// <summary>Makes rows for one run.</summary>
    internal Shaper<T> Shaper<T>() => Projection.For<T>(Captured);
}
