namespace KlaviyoLinq.Catalogue;

/// <summary>Kinds of an operator's right side: nothing (<c>has(profile)</c>), one literal, or a list of literals.</summary>
internal enum OperandKind
{
    None,
    Single,
    List,
}
