using System.Text;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>Resources of the emulator as linked objects, for LINQ to Objects.</summary>
public sealed class AccountData
{
    private readonly IReadOnlyList<KlaviyoResource> _resources;

    internal AccountData(KlaviyoEmulator emulator)
    {
        StringBuilder document = new("{\"data\":[");
        document.AppendJoin(',', KlaviyoCatalogue.Newest.Resources.SelectMany(facts => emulator.Resources(facts.Type)).Select(json => json.GetRawText()));
        _resources = DocumentReader.Read(Encoding.UTF8.GetBytes(document.Append("],\"links\":{\"next\":null}}").ToString())).Resources;
    }

    public IEnumerable<Profile> Profiles => Of<Profile>();

    public IEnumerable<Event> Events => Of<Event>();

    public IEnumerable<Campaign> Campaigns => Of<Campaign>();

    public IEnumerable<T> Of<T>()
        where T : KlaviyoResource => _resources.OfType<T>();
}
