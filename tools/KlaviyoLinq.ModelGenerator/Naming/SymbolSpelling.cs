namespace KlaviyoLinq.ModelGenerator.Naming;

/// <summary>How much of a value's punctuation its name spells out: as little as keeps the names of one enumeration apart.</summary>
internal enum SymbolSpelling
{
    /// <summary><c>Etc/GMT+0</c> is EtcGmt0.</summary>
    None,

    /// <summary>Plus and minus before a digit: EtcGmtPlus0.</summary>
    Signs,

    /// <summary>Everything: EtcSlashGmtPlus0.</summary>
    All,
}
