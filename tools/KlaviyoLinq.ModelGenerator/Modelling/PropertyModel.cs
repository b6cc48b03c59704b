using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>One property of a generated class.</summary>
internal sealed record PropertyModel(string Name, string WireName, PropertyRole Role, string Type)
{
    /// <summary>Initializer of the property, or null.</summary>
    public string? Initializer { get; init; }

    /// <summary>Indicates whether it is read into a property that another member declares.</summary>
    public bool IsDeclaredElsewhere { get; init; }

    /// <summary>Indicates whether the type is written without a nullable annotation, so that a query may read through it.</summary>
    public bool Oblivious { get; init; }

    /// <summary>Documentation of the value.</summary>
    public required string Summary { get; init; }

    /// <summary>The attribute's facts; null for the other roles.</summary>
    public MemberSpec? Member { get; init; }

    /// <summary>The enumeration the value is of, or null.</summary>
    public EnumModel? Enum { get; init; }

    /// <summary>The related class, for relationships.</summary>
    public RelationshipSpec? Relationship { get; init; }

    /// <summary>The literal's kind, for properties that can only be filtered by.</summary>
    public string? FilterKind { get; init; }
}
