using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Attribute that the filter of a report can test.</summary>
/// <param name="Name">The name: <c>campaign_id</c>.</param>
/// <param name="Operators">The operators that it takes.</param>
internal sealed record FilterAttribute(string Name, params IReadOnlyList<FilterOperator> Operators)
{
    /// <summary>The only values that there are; empty where all are accepted.</summary>
    internal IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Attributes with one value of reports on messages.</summary>
    internal static IEnumerable<FilterAttribute> Scalars(params IEnumerable<string> names) => names.Select(name =>
        new FilterAttribute(name, FilterOperator.Equals, FilterOperator.ContainsAny)
        {
            Values = name == "send_channel" ? ["email", "sms", "push-notification", "whatsapp"] : [],
        });

    /// <summary>Attributes with several values of reports on messages.</summary>
    internal static IEnumerable<FilterAttribute> Lists(params IEnumerable<string> names) =>
        names.Select(name => new FilterAttribute(name, FilterOperator.ContainsAny, FilterOperator.ContainsAll));

    /// <summary>Ids of forms and segments.</summary>
    internal static IEnumerable<FilterAttribute> Ids(params IEnumerable<string> names) =>
        names.Select(name => new FilterAttribute(name, FilterOperator.Equals, FilterOperator.Any));
}
