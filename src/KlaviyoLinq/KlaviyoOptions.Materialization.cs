using System.Text.Json.Serialization;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq;

/// <content>Rows that cannot be read.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// Decides what becomes of a row that cannot be read: called once for each such row when the run comes to it, with the resource, the place and the kind
    /// of what stands there. Null, the default, for throwing every failure. Asked by queries for sequences of rows; one for a single row always throws.
    /// </summary>
    [JsonIgnore]
    public Func<KlaviyoMaterializationException, KlaviyoMaterializationAction>? OnMaterializationError { get; set; }
}
