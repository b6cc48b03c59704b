namespace KlaviyoLinq.Display;

/// <summary>
/// Names the type that shows instances of a class in notebooks. .NET Interactive, and kernels made after it, look for an attribute of this name on the
/// class of a value, in whatever namespace, and call what it names by reflection; so nothing of theirs is referred to.
/// </summary>
/// <param name="formatterSourceType">Has a public constructor without parameters and a public method <c>CreateTypeFormatters</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type. Read by reflection.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>Preferred MIME type of a notebook. Read by reflection.</summary>
    public string[] PreferredMimeTypes { get; } = [DisplaySource.Html];
}
