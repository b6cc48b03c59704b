using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq;

/// <content>Operators for sets of a <see cref="KlaviyoClientContext"/>.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>
    /// Sets the content of the report; Klaviyo requires all three. Becomes <c>timeframe</c>, <c>group_by</c> and <c>statistics</c>.
    /// </summary>
    /// <example><c>klaviyo.ReviewValuesReports.For(ReviewTimeframe.Last30Days, ReviewGrouping.ProductId, [ReviewStatistic.AverageRating])</c></example>
    /// <param name="source">The reports.</param>
    /// <param name="timeframe">The period of the report.</param>
    /// <param name="groupBy">The subject of the figures: each product, or the whole company.</param>
    /// <param name="statistics">The figures: at least one.</param>
    /// <param name="timeframeText">Supplied by the compiler; do not pass it.</param>
    /// <param name="groupByText">Supplied by the compiler; do not pass it.</param>
    /// <param name="statisticsText">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    public static IKlaviyoQueryable<ReviewValuesReport> For(
        this KlaviyoSource<ReviewValuesReport> source,
        ReviewTimeframe timeframe,
        ReviewGrouping groupBy,
        IEnumerable<ReviewStatistic> statistics,
        [CallerArgumentExpression(nameof(timeframe))] string? timeframeText = null,
        [CallerArgumentExpression(nameof(groupBy))] string? groupByText = null,
        [CallerArgumentExpression(nameof(statistics))] string? statisticsText = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        ParameterTerm[] parameters =
        [
            new("timeframe", new ValueTerm(timeframe.Value, true, timeframeText ?? "")),
            new("group_by", new ValueTerm(groupBy.Value, true, groupByText ?? "")),
            new("statistics", new ValueTerm(statistics.Select(statistic => statistic.Value).ToArray(), true, statisticsText ?? "")),
        ];
        KlaviyoCallSite site = new($"{timeframeText}, {groupByText}, {statisticsText}", callerFilePath, callerLineNumber);
        return Composer.Compose(nameof(For), source, Expression.Constant(parameters), site);
    }

    /// <summary>
    /// Sorts geofences by their distance from a place, the nearest first. Becomes the header <c>X-Klaviyo-API-Filters</c>, so that no address
    /// contains the place.
    /// </summary>
    /// <param name="source">The geofences.</param>
    /// <param name="latitude">The place's latitude in degrees, from -90 to 90.</param>
    /// <param name="longitude">The place's longitude in degrees, from -180 to 180.</param>
    /// <param name="latitudeText">Supplied by the compiler; do not pass it.</param>
    /// <param name="longitudeText">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    public static IOrderedKlaviyoQueryable<Geofence> OrderByDistance(
        this KlaviyoSource<Geofence> source,
        double latitude,
        double longitude,
        [CallerArgumentExpression(nameof(latitude))] string? latitudeText = null,
        [CallerArgumentExpression(nameof(longitude))] string? longitudeText = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ValueTerm[] place = [new(latitude, true, latitudeText ?? ""), new(longitude, true, longitudeText ?? "")];
        return Composer.Compose(
            nameof(OrderByDistance), source, Expression.Constant(place),
            new KlaviyoCallSite($"{latitudeText}, {longitudeText}", callerFilePath, callerLineNumber));
    }
}
