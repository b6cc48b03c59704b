using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>The values of the current resource that could not be read. Only the first is located, which takes a second walk through the resource.</summary>
internal sealed class ValueFailures : IValueFailures
{
    private KlaviyoMaterializationException? _first;
    private int _position;
    private bool _isOuterNull;

    public void Add(KlaviyoMaterializationException failure, int position)
    {
        if (_first is null)
            (_first, _position) = (failure, position);
    }

    public void MakeOuterNull() => _isOuterNull = true;

    public bool EndOfNull()
    {
        bool isNull = _isOuterNull;
        _isOuterNull = false;
        return isNull;
    }

    /// <summary>The failure of the resource that ends here; null when all of it could be read.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="text">The resource as it stands in the document.</param>
    /// <param name="start">Where it stands there.</param>
    /// <param name="path">The path of the member that it is, or is an item of.</param>
    /// <param name="index">Its index there; null where it is the member itself.</param>
    internal RowFailure? End(KlaviyoResource resource, ReadOnlySpan<byte> text, int start, string path, int? index)
    {
        if (_first is not { } first)
            return null;
        string place = FailurePlace.Find(text, _position - start).Path[1..];
        RowFailure failure = new(
            new KlaviyoMaterializationException(
                first.Expected, first.Found, index is null ? path + place : FormattableString.Invariant($"{path}[{index}]{place}"),
                resource.ResourceType, resource.Id),
            HasNull: !_isOuterNull);
        (_first, _isOuterNull) = (null, false);
        return failure;
    }
}
