namespace KlaviyoLinq.ModelGenerator.Naming;

/// <summary>Amount of a value's punctuation that its name writes out: the least that keeps an enumeration's names distinct.</summary>
internal enum SymbolSpelling
{
    /// <summary><c>Etc/GMT+0</c> is EtcGmt0.</summary>
    None,

    /// <summary>Plus and minus before a digit: EtcGmtPlus0.</summary>
    Signs,

    /// <summary>All punctuation: EtcSlashGmtPlus0.</summary>
    All,
}
