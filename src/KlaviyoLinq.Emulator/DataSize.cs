namespace KlaviyoLinq.Emulator;

/// <summary>Number of resources of each type that are generated for an account.</summary>
public sealed class DataSize
{
    /// <summary>Profiles. Default 1,000.</summary>
    public int Profiles { get; set; } = 1000;

    /// <summary>Events, spread over the profiles. Default 5,000.</summary>
    public int Events { get; set; } = 5000;

    /// <summary>Metrics. Default 12.</summary>
    public int Metrics { get; set; } = 12;

    /// <summary>Lists; the first holds most profiles, each further one half as many. Default 24.</summary>
    public int Lists { get; set; } = 24;

    /// <summary>Segments; the first holds most profiles, each further one half as many. Default 14.</summary>
    public int Segments { get; set; } = 14;

    /// <summary>Campaigns, each with one message or two. Default 45.</summary>
    public int Campaigns { get; set; } = 45;

    /// <summary>Catalog items; half as many again are variants of them, and a tenth as many are categories. Default 150.</summary>
    public int CatalogItems { get; set; } = 150;

    /// <summary>Coupon codes. Default 120.</summary>
    public int CouponCodes { get; set; } = 120;

    /// <summary>Resources of every other type. Default 8.</summary>
    public int PerOtherType { get; set; } = 8;

    /// <summary>Gets the size of an empty account, which is filled with <see cref="KlaviyoEmulator.Add(string)"/>.</summary>
    public static DataSize Empty => new()
    {
        Profiles = 0, Events = 0, Metrics = 0, Lists = 0, Segments = 0, Campaigns = 0, CatalogItems = 0, CouponCodes = 0, PerOtherType = 0,
    };

    internal int Of(string type) => type switch
    {
        "profile" => Profiles,
        "event" => Events,
        "metric" => Metrics,
        "list" => Lists,
        "segment" => Segments,
        "campaign" => Campaigns,
        "catalog-item" => CatalogItems,
        "catalog-variant" => CatalogItems * 3 / 2,
        "catalog-category" => (CatalogItems + 9) / 10,
        "coupon-code" => CouponCodes,
        "tag" or "flow" or "template" or "form" or "image" => PerOtherType * 3,
        "mapped-metric" => Math.Min(7, PerOtherType),
        "account" or "tracking-setting" or "ip-allowlist" => Math.Min(1, PerOtherType),
        _ => PerOtherType,
    };
}
