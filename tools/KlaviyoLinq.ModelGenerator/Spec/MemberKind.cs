namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>What a member's value is; the same names as the catalogue's own <c>AttributeKind</c>.</summary>
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
