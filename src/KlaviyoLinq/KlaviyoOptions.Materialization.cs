using System.Text.Json.Serialization;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq;

/// <content>Rows that cannot be read.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// Gets or sets the treatment of rows that cannot be read. Called once for each such row, with the resource, the JSON path, and what was expected
    /// and found. The default is null: every failure is thrown. Used by queries for sequences of rows; queries for a single row always throw.
    /// </summary>
    [JsonIgnore]
    public Func<KlaviyoMaterializationException, KlaviyoMaterializationAction>? OnMaterializationError { get; set; }
}
