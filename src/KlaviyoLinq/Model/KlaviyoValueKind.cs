namespace KlaviyoLinq.Model;

/// <summary>Kinds of value that a <see cref="KlaviyoValue"/> holds.</summary>
public enum KlaviyoValueKind
{
    /// <summary>JSON <c>null</c>, or a member that is not there.</summary>
    Null,

    /// <summary>A text.</summary>
    String,

    /// <summary>A number, with or without a fraction.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}
