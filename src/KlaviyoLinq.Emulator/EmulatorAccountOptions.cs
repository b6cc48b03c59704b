namespace KlaviyoLinq.Emulator;

/// <summary>Options of a further account, with its own keys, data and limits.</summary>
public sealed class EmulatorAccountOptions
{
    /// <param name="name">The name of the account in <see cref="KlaviyoEmulator.Account(string)"/>, in the log of requests and on the status page.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public EmulatorAccountOptions(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>Gets the name of the account.</summary>
    public string Name { get; }

    /// <summary>The keys that lead to this account. None at first: without any, only <c>/client</c> reaches it.</summary>
    public IReadOnlyCollection<EmulatorKey> ApiKeys { get; set; } = [];

    /// <summary>The public id by which <c>/client</c> reaches the account: <c>ABC123</c>. Null, the default: it does not.</summary>
    public string? CompanyId { get; set; }

    /// <summary>Gets or sets the seed of the random data. The default is 1.</summary>
    public int RandomSeed { get; set; } = 1;

    /// <summary>Gets or sets the amount of data that is generated at the start. The default is none.</summary>
    public DataSize Data { get; set; } = DataSize.Empty;
}
