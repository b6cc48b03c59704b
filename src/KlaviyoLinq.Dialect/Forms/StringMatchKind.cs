namespace KlaviyoLinq.Forms;

/// <summary>The ways in which a string can hold another.</summary>
internal enum StringMatchKind
{
    Contains,
    StartsWith,
    EndsWith,
}
