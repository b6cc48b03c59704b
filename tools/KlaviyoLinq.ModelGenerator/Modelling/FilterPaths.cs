using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Where the filter fields of the operations stand in the model.</summary>
internal static class FilterPaths
{
    /// <summary>Whether the member is the one that an operation's filter field means; <c>messages.channel</c> belongs to the related messages.</summary>
    internal static bool Owns(FilterOnlyOverride only, OperationSpec operation, FilterSpec filter) =>
        only.Path is null
            ? operation.ResourceType == only.Resource && filter.Field == only.Field
            : filter.Field == only.Path;
}
