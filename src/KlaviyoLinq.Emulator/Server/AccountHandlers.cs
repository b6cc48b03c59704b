using KlaviyoLinq.Emulator.Accounts;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Sorting;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing;
using KlaviyoLinq.Emulator.Writing.Campaigns;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Reader and answerer of the requests of one account.</summary>
internal sealed class AccountHandlers
{
    internal AccountHandlers(ServerSettings settings, Account account, string baseAddress)
    {
        FieldResolution fields = new(settings.Catalogue, account.Store);
        Parameters = new ParametersReader(settings, account.Store, fields, new SortOrders(settings.Catalogue, fields, settings.NullPlacement));
        DocumentPlans plans = new(account.Store, baseAddress, settings.UndocumentedValues);
        Answers = new Answers(account.Store, plans, baseAddress, settings.Links);
        NewIds ids = new(account.Store, settings.RandomSeed, settings.EarlierStarts, settings.Time);
        Writes = new WriteRequests(settings, account.Store, plans, ids, account.Work, baseAddress);
        Work = account.Work;
        SendRun.Resume(account.Store, account.Work, settings.Time);
    }

    internal ParametersReader Parameters { get; }

    internal Answers Answers { get; }

    internal WriteRequests Writes { get; }

    /// <summary>The work of the account that is carried out after the answers.</summary>
    internal PendingWork Work { get; }
}
