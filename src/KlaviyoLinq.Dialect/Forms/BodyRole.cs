namespace KlaviyoLinq.Forms;

/// <summary>Parts of a JSON:API document that an object in the body can be.</summary>
internal enum BodyRole
{
    /// <summary>An attribute, an object or value within one, or a holder of <c>data</c>.</summary>
    Value,

    /// <summary>A resource object, or a resource identifier.</summary>
    Resource,
    Attributes,
    Relationships,
    Meta,
}
