namespace KlaviyoLinq.Forms;

/// <summary>The ways in which a string can be searched for another.</summary>
internal enum StringMatchKind
{
    Contains,
    StartsWith,
    EndsWith,
}
