namespace KlaviyoLinq.Model;

/// <summary>
/// Maps a class of your own to a resource that the library does not know: a beta endpoint, a newer revision. Properties map to attributes of
/// the same name in snake_case, unless <see cref="WireNameAttribute"/> says otherwise; a property named <c>Id</c> is the resource's id.
/// </summary>
/// <param name="type">The resource's type on the wire: <c>chapter</c>.</param>
/// <param name="path">The path of its collection: <c>/api/chapters</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KlaviyoResourceAttribute(string type, string path) : Attribute
{
    /// <summary>The resource's type on the wire.</summary>
    public string Type { get; } = type;

    /// <summary>The path of its collection.</summary>
    public string Path { get; } = path;

    /// <summary>Whether every field may be filtered by and sorted by, and every relationship included, without being marked. Default: false.</summary>
    public bool Unchecked { get; set; }

    /// <summary>The largest page the endpoint takes; 0, the default, for an endpoint that chooses its page size itself.</summary>
    public int MaximumPageSize { get; set; }
}
