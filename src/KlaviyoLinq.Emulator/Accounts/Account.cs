using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Accounts;

/// <summary>An account: its name, its public id and what it holds.</summary>
/// <param name="Name">The name.</param>
/// <param name="CompanyId">The public id; null for none.</param>
/// <param name="Store">What it holds.</param>
/// <param name="Work">The work that was accepted and is carried out later.</param>
internal sealed record Account(string Name, string? CompanyId, ResourceStore Store, PendingWork Work);
