namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>Kinds of a member's value, named as in the catalogue's <c>AttributeKind</c>.</summary>
internal enum MemberKind
{
    String,
    DateTime,
    Date,
    Integer,
    Number,
    Boolean,
    Object,
    Map,
    Union,
    Scalar,
    Any,
}
