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
    private readonly string? _text;
    private readonly long _bits;
    private readonly bool _isReal;

    private KlaviyoValue(KlaviyoValueKind kind, string? text, long bits, bool isReal = false)
    {
        Kind = kind;
        _text = text;
        _bits = bits;
        _isReal = isReal;
    }

    /// <summary>The null value, also the <c>default</c>.</summary>
    public static KlaviyoValue Null => default;

    /// <summary>What the value is.</summary>
    public KlaviyoValueKind Kind { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsNull => Kind == KlaviyoValueKind.Null;

    /// <summary>The value as text: numbers in the invariant culture, booleans as <c>true</c> and <c>false</c>; null for null.</summary>
    public string? AsString() => Kind switch
    {
        KlaviyoValueKind.String => _text,
        KlaviyoValueKind.Number when _isReal => BitConverter.Int64BitsToDouble(_bits).ToString("R", CultureInfo.InvariantCulture),
        KlaviyoValueKind.Number => _bits.ToString(CultureInfo.InvariantCulture),
        KlaviyoValueKind.Boolean => _bits != 0 ? "true" : "false",
        _ => null,
    };

    /// <summary>The value as a number, also where the number is written as text; null when it is none.</summary>
    public double? AsNumber() => Kind switch
    {
        KlaviyoValueKind.Number => _isReal ? BitConverter.Int64BitsToDouble(_bits) : _bits,
        KlaviyoValueKind.String when double.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) => number,
        _ => null,
    };

    /// <summary>The value as a whole number, also where the number is written as text; null when it is none.</summary>
    public long? AsInteger() => Kind switch
    {
        KlaviyoValueKind.Number when !_isReal => _bits,
        KlaviyoValueKind.String when long.TryParse(_text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long integer) => integer,
        _ => null,
    };

    /// <summary>The value as a boolean, also where it is written as the text <c>true</c> or <c>false</c>; null when it is none.</summary>
    public bool? AsBoolean() => Kind switch
    {
        KlaviyoValueKind.Boolean => _bits != 0,
        KlaviyoValueKind.String when bool.TryParse(_text, out bool boolean) => boolean,
        _ => null,
    };

    /// <summary>The value as a date-time, where it is the text of one; one without an offset is UTC, a date alone is its midnight. Null when it is none.</summary>
    public DateTimeOffset? AsDateTime() =>
        Kind == KlaviyoValueKind.String && DateText.TryParse(Encoding.UTF8.GetBytes(_text!), out DateTimeOffset moment) ? moment : null;

    /// <summary>Values are equal when kind and value are: the number 1 equals the number 1.0, but not the string "1".</summary>
    public bool Equals(KlaviyoValue other) => Kind == other.Kind && _bits == other._bits && _isReal == other._isReal && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KlaviyoValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _text);

    /// <summary>The value as text; the empty string for null.</summary>
    public override string ToString() => AsString() ?? "";

    /// <summary>Whether both are the same value; see <see cref="Equals(KlaviyoValue)"/>.</summary>
    public static bool operator ==(KlaviyoValue left, KlaviyoValue right) => left.Equals(right);

    /// <summary>Whether both are different values; see <see cref="Equals(KlaviyoValue)"/>.</summary>
    public static bool operator !=(KlaviyoValue left, KlaviyoValue right) => !left.Equals(right);

    /// <summary>A string value; a null reference is the null value.</summary>
    public static implicit operator KlaviyoValue(string? text) => text is null ? default : new(KlaviyoValueKind.String, text, 0);

    /// <summary>A number.</summary>
    public static implicit operator KlaviyoValue(long number) => new(KlaviyoValueKind.Number, null, number);

    /// <summary>A number. Whole numbers are kept as such, so that 1.0 equals 1.</summary>
    public static implicit operator KlaviyoValue(double number) =>
        number == Math.Truncate(number) && number is >= long.MinValue and < 9223372036854775808.0
            ? new(KlaviyoValueKind.Number, null, (long)number)
            : new(KlaviyoValueKind.Number, null, BitConverter.DoubleToInt64Bits(number), isReal: true);

    /// <summary>A boolean.</summary>
    public static implicit operator KlaviyoValue(bool boolean) => new(KlaviyoValueKind.Boolean, null, boolean ? 1 : 0);

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
