using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>
/// Event to be tracked. An <see cref="Event"/> that is read has other members. A profile and a metric are identified by what they have, and created
/// where there is none.
/// </summary>
public sealed class NewEvent
{
    /// <summary>Initializes an event.</summary>
    /// <param name="metricName">The name of the metric, shorter than 128 characters: <c>Placed Order</c>.</param>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public NewEvent(string metricName)
    {
        ArgumentException.ThrowIfNullOrEmpty(metricName);
        MetricName = metricName;
    }

    /// <summary>Gets the name of the metric. Wire name: <c>metric.name</c>.</summary>
    public string MetricName { get; }

    /// <summary>Gets or sets the service of the metric; null, the default, for the API. Wire name: <c>metric.service</c>.</summary>
    public string? MetricService { get; set; }

    /// <summary>
    /// Gets or sets the profile: its id, or its identifiers and what is known about it. Of a profile that was read, only its id and what was assigned since is
    /// sent.
    /// </summary>
    public Profile? Profile { get; set; }

    /// <summary>Gets the properties of the event, at most 400. Wire name: <c>properties</c>.</summary>
    public KlaviyoMap Properties { get; init; } = new();

    /// <summary>Gets or sets the monetary value; null, the default, for none. Wire name: <c>value</c>.</summary>
    public decimal? Value { get; set; }

    /// <summary>Gets or sets the currency of the value, an ISO 4217 code; null, the default, for the account's. Wire name: <c>value_currency</c>.</summary>
    public string? ValueCurrency { get; set; }

    /// <summary>
    /// Gets or sets the time of the event; null, the default, for the time of the first call that tracks it. Klaviyo keeps whole seconds. Wire name:
    /// <c>time</c>.
    /// </summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>
    /// Gets or sets the id that makes the event the same when it is sent again: Klaviyo keeps one event of a profile, metric and unique id. Null, the
    /// default, for
    /// a UUID that is made at the first call. Wire name: <c>unique_id</c>.
    /// </summary>
    public string? UniqueId { get; set; }

    /// <summary>Gets or sets whether flows ignore the event; null, the default, for no. Wire name: <c>backfill</c>.</summary>
    public bool? Backfill { get; set; }

    /// <summary>Fixes the time and the unique id, so that each further request is the same event.</summary>
    internal void Fix(DateTimeOffset now)
    {
        Time ??= now;
        UniqueId ??= Guid.CreateVersion7(now).ToString();
    }
}
