using KlaviyoLinq.Model;

namespace KlaviyoLinq.Samples.Export.Resources;

/// <summary>Resources that can be exported.</summary>
internal static class ExportedResources
{
    internal static IReadOnlyList<IExportedResource> All { get; } = [Profiles(), Events()];

    private static ExportedResource<Profile> Profiles()
    {
        Column<Profile> created = Column<Profile>.Moment("created", p => p.Created);
        return new ExportedResource<Profile>(
            "profiles",
            [
                Column<Profile>.Text("id", p => p.Id),
                Column<Profile>.Text("email", p => p.Email),
                Column<Profile>.Text("phone_number", p => p.PhoneNumber),
                Column<Profile>.Text("external_id", p => p.ExternalId),
                Column<Profile>.Text("first_name", p => p.FirstName),
                Column<Profile>.Text("last_name", p => p.LastName),
                Column<Profile>.Text("organization", p => p.Organization),
                Column<Profile>.Text("locale", p => p.Locale),
                Column<Profile>.Text("title", p => p.Title),
                created,
                Column<Profile>.Moment("updated", p => p.Updated),
                Column<Profile>.Moment("last_event_date", p => p.LastEventDate),
                Column<Profile>.Text("city", p => p.Location.City),
                Column<Profile>.Text("region", p => p.Location.Region),
                Column<Profile>.Text("country", p => p.Location.Country),
                Column<Profile>.Text("zip", p => p.Location.Zip),
                Column<Profile>.Text("timezone", p => p.Location.Timezone),
                Column<Profile>.Number("latitude", p => p.Location.Latitude.AsNumber()),
                Column<Profile>.Number("longitude", p => p.Location.Longitude.AsNumber()),
                Column<Profile>.Text("properties", p => p.Properties.ToString()),
            ],
            ["properties"],
            created,
            (klaviyo, plan) =>
            {
                IKlaviyoQueryable<Profile> rows = klaviyo.Profiles.OrderBy(p => p.Created);
                if (plan.Since is not null)
                    rows = rows.Where(p => p.Created > plan.Since);
                return plan.Until is null ? rows : rows.Where(p => p.Created < plan.Until);
            });
    }

    private static ExportedResource<Event> Events()
    {
        Column<Event> datetime = Column<Event>.Moment("datetime", e => e.Datetime);
        return new ExportedResource<Event>(
            "events",
            [
                Column<Event>.Text("id", e => e.Id),
                datetime,
                Column<Event>.Text("metric_id", e => e.MetricId),
                Column<Event>.Text("metric", e => e.Metric.Name),
                Column<Event>.Text("profile_id", e => e.ProfileId),
                Column<Event>.Text("email", e => e.Profile.Email),
                Column<Event>.Number("value", e => e.EventProperties.GetNumber("$value")),
                Column<Event>.Text("uuid", e => e.Uuid),
                Column<Event>.Text("properties", e => e.EventProperties.ToString()),
            ],
            ["properties"],
            datetime,
            (klaviyo, plan) =>
            {
                IKlaviyoQueryable<Event> rows = klaviyo.Events.OrderBy(e => e.Datetime);
                if (plan.Since is not null)
                    rows = rows.Where(e => e.Datetime > plan.Since);
                return plan.Until is null ? rows : rows.Where(e => e.Datetime < plan.Until);
            });
    }
}
