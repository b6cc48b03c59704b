namespace KlaviyoLinq.Model;

/// <summary>A resource of Klaviyo's API. Resources are plain data: their properties can be set, so tests can make their own.</summary>
public abstract class KlaviyoResource : KlaviyoObject
{
    private protected KlaviyoResource()
    {
    }

    /// <summary>The resource's id, unique within its type and account. Wire name <c>id</c>.</summary>
    [WireName("id")]
    public string Id { get; set; } = "";

    /// <summary>The resource's type on the wire, for example <c>catalog-item</c>.</summary>
    public abstract string ResourceType { get; }
}
