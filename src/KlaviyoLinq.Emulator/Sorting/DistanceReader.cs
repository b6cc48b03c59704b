using System.Buffers.Text;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Sorting;

/// <summary>Reader of the distance between a resource and a place, in kilometres along the surface of a sphere.</summary>
internal sealed class DistanceReader(ResourceLayout layout, double latitude, double longitude) : FieldReader
{
    private const double EarthRadius = 6371;

    private readonly LayoutMember _latitude = layout.Find("latitude")!;
    private readonly LayoutMember _longitude = layout.Find("longitude")!;

    internal override bool Any(in Row row, ValueTest test)
    {
        if (!Utf8Parser.TryParse(row.Resource.Value(_latitude), out double atLatitude, out _)
            || !Utf8Parser.TryParse(row.Resource.Value(_longitude), out double atLongitude, out _))
            return false;
        Span<byte> digits = stackalloc byte[32];
        return Utf8Formatter.TryFormat(Between(atLatitude, atLongitude), digits, out int written)
            && test.Holds(new ScalarValue(LiteralKind.Number, digits[..written]));
    }

    private double Between(double otherLatitude, double otherLongitude)
    {
        double north = Math.Sin(double.DegreesToRadians(otherLatitude - latitude) / 2);
        double east = Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2);
        double chord = north * north + Math.Cos(double.DegreesToRadians(latitude)) * Math.Cos(double.DegreesToRadians(otherLatitude)) * east * east;
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
