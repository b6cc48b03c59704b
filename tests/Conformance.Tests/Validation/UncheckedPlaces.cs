namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>Every place of an answer where the official document lets anything stand, so that no validator can notice what is wrong there.</summary>
internal static class UncheckedPlaces
{
    /// <summary>Objects of which the document does not say what is in them.</summary>
    private static readonly string[] _free =
    [
        "catalog-item/attributes/custom_metadata/", "catalog-variant/attributes/custom_metadata/", "coupon/attributes/monitor_configuration/",
        "event/attributes/event_properties/", "import-error/attributes/original_payload/", "metric/attributes/integration/",
        "object-record/attributes/record_properties/", "profile/attributes/properties/", "profile/attributes/subscriptions/email/open_tracking/metadata/",
        "profile/attributes/subscriptions/whatsapp/conversational/metadata/", "profile/attributes/subscriptions/whatsapp/marketing/metadata/",
        "profile/attributes/subscriptions/whatsapp/transactional/metadata/",
        "template/attributes/definition/body/sections/section/data/display_options/layout_config/",
    ];

    /// <summary>Members that the document lists for other operations of the same resource only. Members that are not listed are not forbidden.</summary>
    private static readonly string[] _unlisted =
    [
        "form/relationships", "import-error/links", "object-schema/attributes/meta", "object-type/attributes/meta", "included/object-type/attributes/",
        "included/object-type/relationships", "profile-bulk-import-job/relationships/import-errors/links/self",
        "profile/attributes/subscriptions/sms/marketing/double_optin",
        "profile/relationships/conversations", "review/relationships",
    ];

    /// <summary>Kinds that no required member distinguishes: where one of them lists a member, another lets it be anything.</summary>
    private static readonly string[] _overlapping =
    [
        "campaign/attributes/tracking_options/", "flow-action/attributes/definition/data", "flow-message/attributes/definition/",
        "template-universal-content/attributes/definition/data",
    ];

    /// <param name="place">As <see cref="Corruption"/> names it.</param>
    internal static bool Holds(string place) => _free.Concat(_unlisted).Concat(_overlapping)
        .Any(start => place.StartsWith(start, StringComparison.Ordinal) || place.StartsWith("included/" + start, StringComparison.Ordinal));
}
