using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Seeding;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Accounts;

/// <summary>Opens accounts: with what the file holds of them, or else with generated data.</summary>
/// <param name="catalogue">The API.</param>
/// <param name="undocumented">Whether generated data holds what the document does not allow.</param>
/// <param name="storage">The storage of accounts; null to keep them in memory only.</param>
/// <param name="time">The clock of the accounts.</param>
/// <param name="processingTime">The time between the acceptance of work and its end.</param>
internal sealed class AccountOpener(KlaviyoCatalogue catalogue, bool undocumented, IAccountStorage? storage, TimeProvider time, TimeSpan processingTime)
{
    private readonly IReadOnlyList<ResourceLayout> _layouts = ResourceLayouts.Of(catalogue, facts => FieldRules.HiddenMembers(catalogue, facts));

    internal Account Open(string name, string? companyId, DataSize data, int seed)
    {
        ResourceStore store = new(_layouts);
        if (storage?.Load(name, store) == true)
        {
            storage.Keep(name, store);
        }
        else
        {
            AccountSeeder.Seed(Seeding(store, data, seed));
            storage?.Save(name, store);
        }
        return new Account(name, companyId, store, new PendingWork(store, time, processingTime));
    }

    internal SeedContext Seeding(ResourceStore store, DataSize data, int seed) => new(catalogue, store, seed, data.Of) { UndocumentedValues = undocumented };
}
