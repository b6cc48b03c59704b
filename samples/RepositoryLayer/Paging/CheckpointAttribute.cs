using System.ComponentModel.DataAnnotations;
using KlaviyoLinq;

namespace Shop.Paging;

/// <summary>The text is a checkpoint, whole and unaltered. Whether it is one of this query is seen when the query runs.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class CheckpointAttribute() : ValidationAttribute(
    "This is no checkpoint, or not all of it. Hand back the checkpoint of the page before as it came.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null or "" || KlaviyoCheckpoint.TryParse(value as string, out _);
}
