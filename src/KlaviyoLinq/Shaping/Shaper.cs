using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>Turns the resources of one run into rows.</summary>
/// <param name="rows">How a row is made.</param>
/// <param name="captured">What the query captures.</param>
internal sealed class Shaper<T>(RowMaker<T> rows, object?[] captured)
{
    internal T Shape(KlaviyoResource resource) => rows.Make(resource, captured);
}
