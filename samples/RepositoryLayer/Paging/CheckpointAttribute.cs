using System.ComponentModel.DataAnnotations;
using KlaviyoLinq;

namespace Shop.Paging;

/// <summary>The text is a checkpoint, whole and unaltered. Whether it is one of this query is seen when the query runs.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class CheckpointAttribute() : ValidationAttribute(
    "Not a checkpoint, or only a part of one. Send back the checkpoint of the previous page unchanged.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null or "" || KlaviyoCheckpoint.TryParse(value as string, out _);
}
