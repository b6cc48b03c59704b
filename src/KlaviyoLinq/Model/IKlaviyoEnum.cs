namespace KlaviyoLinq.Model;

/// <summary>An open enumeration: a string with known values, to which Klaviyo may add others without a new revision.</summary>
public interface IKlaviyoEnum
{
    /// <summary>The value on the wire; the empty string for the default of the type.</summary>
    string Value { get; }
}
