namespace KlaviyoLinq.Catalogue;

/// <summary>What an operator takes on its right side: nothing (<c>has(profile)</c>), one literal, or a list of literals.</summary>
internal enum OperandKind
{
    None,
    Single,
    List,
}
