using System.Globalization;
using KlaviyoLinq.Emulator.Seeding;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Source of the ids of new resources, in the patterns of their types. The same seed and the same requests give the same ids.</summary>
/// <param name="store">The account.</param>
/// <param name="seed">The seed.</param>
/// <param name="earlierStarts">The number of earlier starts with the same data: the id of a resource that was deleted before is not given out again.</param>
/// <param name="time">The clock.</param>
internal sealed class NewIds(ResourceStore store, int seed, int earlierStarts, TimeProvider time)
{
    private readonly SeededRandom _random = SeededRandom.For(
        seed, earlierStarts == 0 ? "written" : string.Create(CultureInfo.InvariantCulture, $"written after {earlierStarts} starts"));

    /// <summary>Creates an id that no resource of the type has. The caller holds the store's lock.</summary>
    internal string Next(string type)
    {
        string id;
        do
            id = Make(type);
        while (store.Find(type, id) is not null);
        return id;
    }

    /// <summary>Creates a UUID that no resource of the type has as an attribute. The caller holds the store's lock.</summary>
    internal string NextUuid(string type, string attribute)
    {
        string uuid;
        do
            uuid = NextUuid();
        while (store.FindBy(type, attribute, uuid) is not null);
        return uuid;
    }

    /// <summary>Creates an id in the form of a UUID, such as those of errors.</summary>
    internal string NextUuid() => Identities.Uuid(_random);

    private string Make(string type) => type switch
    {
        "profile" or "campaign" or "campaign-message" or "push-token" or "object-record" or "object-ingestion-log" or "conversation"
            or "template-universal-content" => Identities.Ulid(_random, time.GetUtcNow().UtcTicks),
        "event" => Identities.Letters(_random, 11),
        "import-error" => Identities.Uuid(_random),
        "object-type" => Identities.Number(_random, 6),
        "flow-action" or "flow-message" or "image" or "form-version" or "review" => Identities.Number(_random, 9),
        _ => Identities.Of(type, _random, 0),
    };
}
