namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>A cursor-paged operation; the sizes are null where <c>page[size]</c> cannot be requested.</summary>
internal sealed record PagingSpec(int? Minimum, int? Default, int? Maximum);
