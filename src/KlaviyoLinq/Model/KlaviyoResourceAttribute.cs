namespace KlaviyoLinq.Model;

/// <summary>
/// Maps your own class to a resource that the library does not know: one of a beta endpoint or a newer revision. Properties map to attributes of
/// the same name in snake_case, unless <see cref="WireNameAttribute"/> says otherwise; a property named <c>Id</c> is the resource's id.
/// </summary>
/// <remarks>
/// <para>
/// Properties are filled through their setter (<c>set</c>, <c>init</c>, also a private one) or through a parameter of the constructor with the same
/// name and type, as in records. Computed properties are ignored.
/// </para>
/// <para>
/// An attribute is a <see cref="string"/>, <see cref="bool"/>, number, <see cref="Guid"/>, <see cref="DateTimeOffset"/>, <see cref="DateTime"/>,
/// <see cref="DateOnly"/>, enumeration, <see cref="KlaviyoValue"/>, <see cref="KlaviyoMap"/> or <see cref="System.Text.Json.JsonElement"/>, a list or
/// set of these, or an object of a class that System.Text.Json can read. An id is a string, a whole number or a <see cref="Guid"/>. Anything else is
/// refused when the class is mapped.
/// </para>
/// <para>
/// A <see cref="DateTime"/> is in UTC: as it is read, and in filters where it has no kind. A <see cref="DateOnly"/> is compared as its midnight in
/// UTC. The members of an enumeration are written in snake_case, or as <see cref="WireNameAttribute"/> or
/// <see cref="System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute"/> says; an enumeration marked with
/// <see cref="System.Text.Json.Serialization.JsonNumberEnumConverter{TEnum}"/> is a number. Klaviyo sorts by what is written.
/// </para>
/// <para>
/// A value that does not fit its property ends the run with a <see cref="Errors.KlaviyoMaterializationException"/>: text that an enumeration
/// lacks, null where the type has no null, and, where it is filtered by, a value in another spelling than filters use. An attribute that was not sent
/// leaves the property as the class initializes it.
/// </para>
/// </remarks>
/// <param name="type">The resource's type on the wire: <c>chapter</c>.</param>
/// <param name="path">The path of its collection: <c>/api/chapters</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KlaviyoResourceAttribute(string type, string path) : Attribute
{
    /// <summary>The resource's type on the wire.</summary>
    public string Type { get; } = type;

    /// <summary>The path of its collection.</summary>
    public string Path { get; } = path;

    /// <summary>Indicates whether every field can be filtered and sorted by, and every relationship included, without being marked. Default: false.</summary>
    public bool Unchecked { get; set; }

    /// <summary>The maximum page size of the endpoint. The default is 0, for an endpoint that does not accept a page size.</summary>
    public int MaximumPageSize { get; set; }
}
