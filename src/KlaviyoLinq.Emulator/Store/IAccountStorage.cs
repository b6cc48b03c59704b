namespace KlaviyoLinq.Emulator.Store;

/// <summary>Storage that keeps accounts when their emulator ends.</summary>
internal interface IAccountStorage : IDisposable
{
    /// <summary>Gets the number of emulators that have opened the storage before.</summary>
    int EarlierStarts { get; }

    /// <summary>Fills an empty store with the stored resources of an account.</summary>
    /// <returns>False when the storage does not know the account; the store stays empty.</returns>
    bool Load(string account, ResourceStore store);

    /// <summary>Writes a whole account in place of what was stored of it, and every later change.</summary>
    void Save(string account, ResourceStore store);

    /// <summary>Writes every later change of an account that was loaded.</summary>
    void Keep(string account, ResourceStore store);
}
