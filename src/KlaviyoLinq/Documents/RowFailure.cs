using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Documents;

/// <summary>Failure of a resource some values of which could not be read.</summary>
/// <param name="Exception">The first of them, with its place.</param>
/// <param name="HasNull">Whether each of them could be read as null, or as part of an object or list that is null.</param>
internal sealed record RowFailure(KlaviyoMaterializationException Exception, bool HasNull);
