using KlaviyoLinq.Emulator.Accounts;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Sorting;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Reader and answerer of the requests of one account.</summary>
internal sealed class AccountHandlers
{
    internal AccountHandlers(ServerSettings settings, Account account, string baseAddress)
    {
        FieldResolution fields = new(settings.Catalogue, account.Store);
        Parameters = new ParametersReader(settings, account.Store, fields, new SortOrders(settings.Catalogue, fields, settings.NullPlacement));
        Answers = new Answers(account.Store, new DocumentPlans(account.Store, baseAddress, settings.UndocumentedValues), baseAddress, settings.Links);
    }

    internal ParametersReader Parameters { get; }

    internal Answers Answers { get; }
}
