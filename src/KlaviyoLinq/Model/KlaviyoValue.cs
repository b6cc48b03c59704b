using System.Globalization;
using System.Text;
using System.Text.Json;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Model;

/// <summary>
/// A scalar of Klaviyo's answers that may be a string, a number, a boolean or null: what customers write into their custom properties, and the
/// few attributes for which Klaviyo documents more than one type. The default is null.
/// </summary>
public readonly struct KlaviyoValue : IEquatable<KlaviyoValue>
{
    // Marks that say what _bits holds. A string takes their place, so that a value needs 16 bytes, as a nullable number does.
    private static readonly object _integer = new(), _real = new(), _boolean = new();

    private readonly object? _content;
    private readonly long _bits;

    private KlaviyoValue(object content, long bits) => (_content, _bits) = (content, bits);

    /// <summary>The null value, also the <c>default</c>.</summary>
    public static KlaviyoValue Null => default;

    /// <summary>Gets the kind of the value.</summary>
    public KlaviyoValueKind Kind => _content switch
    {
        null => KlaviyoValueKind.Null,
        string => KlaviyoValueKind.String,
        { } content when content == _boolean => KlaviyoValueKind.Boolean,
        _ => KlaviyoValueKind.Number,
    };

    /// <summary>Gets a value that indicates whether the value is null.</summary>
    public bool IsNull => _content is null;

    private string? Text => _content as string;

    private bool IsReal => _content == _real;

    /// <summary>The value as text: numbers in the invariant culture, booleans as <c>true</c> and <c>false</c>; null for null.</summary>
    public string? AsString() => Kind switch
    {
        KlaviyoValueKind.String => Text,
        KlaviyoValueKind.Number when IsReal => BitConverter.Int64BitsToDouble(_bits).ToString("R", CultureInfo.InvariantCulture),
        KlaviyoValueKind.Number => _bits.ToString(CultureInfo.InvariantCulture),
        KlaviyoValueKind.Boolean => _bits != 0 ? "true" : "false",
        _ => null,
    };

    /// <summary>The value as a number, also where the number is written as text; null when it is none.</summary>
    public double? AsNumber() => Kind switch
    {
        KlaviyoValueKind.Number => IsReal ? BitConverter.Int64BitsToDouble(_bits) : _bits,
        KlaviyoValueKind.String when double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    /// <summary>The value as a whole number, also where the number is written as text; null when it is none.</summary>
    public long? AsInteger() => Kind switch
    {
        KlaviyoValueKind.Number when !IsReal => _bits,
        KlaviyoValueKind.String when long.TryParse(Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long integer) => integer,
        _ => null,
    };

    /// <summary>The value as a boolean, also where it is written as the text <c>true</c> or <c>false</c>; null when it is none.</summary>
    public bool? AsBoolean() => Kind switch
    {
        KlaviyoValueKind.Boolean => _bits != 0,
        KlaviyoValueKind.String when bool.TryParse(Text, out bool boolean) => boolean,
        _ => null,
    };

    /// <summary>
    /// The value as a date-time, where it is the text of one; one without an offset is UTC, a date alone is its midnight. Null when it is none.
    /// </summary>
    public DateTimeOffset? AsDateTime() =>
        Kind == KlaviyoValueKind.String && DateText.TryParse(Encoding.UTF8.GetBytes(Text!), out DateTimeOffset moment) ? moment : null;

    /// <summary>Values are equal when kind and value are: the number 1 equals the number 1.0, but not the string "1".</summary>
    public bool Equals(KlaviyoValue other) => _bits == other._bits && Same(_content, other._content);

    private static bool Same(object? left, object? right) => left == right || (left is string text && right is string other && text == other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KlaviyoValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _bits, Text);

    /// <summary>The value as text; the empty string for null.</summary>
    public override string ToString() => AsString() ?? "";

    /// <summary>Returns whether both values are equal; see <see cref="Equals(KlaviyoValue)"/>.</summary>
    public static bool operator ==(KlaviyoValue left, KlaviyoValue right) => left.Equals(right);

    /// <summary>Returns whether both values differ; see <see cref="Equals(KlaviyoValue)"/>.</summary>
    public static bool operator !=(KlaviyoValue left, KlaviyoValue right) => !left.Equals(right);

    /// <summary>A string value; a null reference is the null value.</summary>
    public static implicit operator KlaviyoValue(string? text) => text is null ? default : new(text, 0);

    /// <summary>A number.</summary>
    public static implicit operator KlaviyoValue(long number) => new(_integer, number);

    /// <summary>A number. Whole numbers are kept as such, so that 1.0 equals 1.</summary>
    public static implicit operator KlaviyoValue(double number) =>
        number == Math.Truncate(number) && number is >= long.MinValue and < 9223372036854775808.0
            ? new(_integer, (long)number)
            : new(_real, BitConverter.DoubleToInt64Bits(number));

    /// <summary>A boolean.</summary>
    public static implicit operator KlaviyoValue(bool boolean) => new(_boolean, boolean ? 1 : 0);

    /// <summary>The scalar of a token; false when it is an object, an array or a number too large to hold.</summary>
    internal static bool TryRead(ScalarToken token, out KlaviyoValue value)
    {
        value = default;
        switch (token.Kind)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.True or JsonTokenType.False:
                value = token.Kind == JsonTokenType.True;
                return true;
            case JsonTokenType.Number when token.TryReadInteger(out long? integer):
                value = integer.GetValueOrDefault();
                return true;
            case JsonTokenType.Number when token.TryReadNumber(out double? number):
                value = number.GetValueOrDefault();
                return true;
            case JsonTokenType.String when token.TryReadString(out string? text):
                value = text;
                return true;
            default:
                return false;
        }
    }
}
