using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>One property of a generated class.</summary>
internal sealed record PropertyModel(string Name, string WireName, PropertyRole Role, string Type)
{
    /// <summary>Name of the field that holds the value.</summary>
    internal string Field => "_" + char.ToLowerInvariant(Name[0]) + Name[1..];

    /// <summary>Indicates whether an answer can hold the member.</summary>
    internal bool IsReceived => Role == PropertyRole.Attribute && Member is not { WriteOnly: true };

    /// <summary>Indicates whether the value is made when it is first read, so that it can be edited.</summary>
    internal bool IsMadeOnDemand => Member is { Kind: Spec.MemberKind.Map, Array: false } || Relationship is { Editable: true, ToMany: true };

    /// <summary>Initializer of the field, or null.</summary>
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
