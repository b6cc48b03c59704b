namespace KlaviyoLinq.Forms;

/// <summary><c>OrderByDistance(latitude, longitude)</c>.</summary>
internal sealed class DistanceStage(ValueTerm latitude, ValueTerm longitude, Site site) : Stage(site)
{
    internal ValueTerm Latitude { get; } = latitude;

    internal ValueTerm Longitude { get; } = longitude;
}
