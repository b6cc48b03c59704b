namespace KlaviyoLinq.Forms;

/// <summary>The comparison operators of C#.</summary>
internal enum ComparisonKind
{
    Equal,
    NotEqual,
    LessThan,
    LessOrEqual,
    GreaterThan,
    GreaterOrEqual,
}
