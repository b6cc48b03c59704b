using System.Text.Json;
using KlaviyoLinq.Emulator.Accounts;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Seeding;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator;

/// <summary>Account of an emulator with its data. Thread-safe, also while requests are answered.</summary>
public sealed class EmulatorAccount
{
    private readonly Account _account;
    private readonly Func<ResourceStore, DataSize, int, SeedContext> _seeding;

    internal EmulatorAccount(Account account, IReadOnlyCollection<EmulatorKey> keys, Func<ResourceStore, DataSize, int, SeedContext> seeding)
    {
        _account = account;
        _seeding = seeding;
        Name = account.Name;
        CompanyId = account.CompanyId;
        ApiKey = (keys.FirstOrDefault(key => key.Scopes is null) ?? keys.FirstOrDefault())?.Secret;
    }

    /// <summary>Gets the name of the account; the emulator's own is <c>default</c>.</summary>
    public string Name { get; }

    /// <summary>The public id by which <c>/client</c> reaches the account; null when it has none.</summary>
    public string? CompanyId { get; }

    /// <summary>A key that leads to the account, with full access if there is one; null when the account has no keys, or takes any.</summary>
    public string? ApiKey { get; }

    /// <summary>The data, after the work that is due was carried out.</summary>
    private ResourceStore Store
    {
        get
        {
            _account.Work.RunDue();
            return _account.Store;
        }
    }

    /// <summary>Determines whether a resource of a type with an id exists.</summary>
    /// <exception cref="ArgumentException">The catalogue has no such type.</exception>
    public bool Contains(string type, string id) => Store.Find(Known(type), id) is not null;

    /// <summary>Counts the resources of a type.</summary>
    /// <exception cref="ArgumentException">The catalogue has no such type.</exception>
    public int Count(string type) => Store.Count(Known(type));

    /// <summary>
    /// Every resource of a type as JSON: <c>type</c>, <c>id</c>, <c>attributes</c> (also those that Klaviyo shows only when asked),
    /// <c>relationships</c> with <c>data</c>, and what is <c>hidden</c>: the form that <see cref="Add(string)"/> takes. For comparing with LINQ to Objects.
    /// </summary>
    /// <exception cref="ArgumentException">The catalogue has no such type.</exception>
    public IReadOnlyList<JsonElement> Resources(string type) => [.. Store.All(Known(type)).Select(ResourceDump.Of)];

    /// <summary>
    /// Adds a resource in JSON:API form, or replaces the one with its type and id. An identifier's <c>meta.joined_group_at</c> says when a profile joined a
    /// list or segment; a member <c>hidden</c> beside <c>attributes</c> holds what filters reach but no document shows.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="ArgumentException">The type, a relationship or a hidden member is unknown, or the id is missing.</exception>
    public void Add(string resourceJson)
    {
        using JsonDocument document = JsonDocument.Parse(resourceJson);
        Add(document.RootElement);
    }

    /// <inheritdoc cref="Add(string)"/>
    public void Add(JsonElement resource) => ResourceJson.AddAll(Store, [resource]);

    /// <summary>
    /// Adds resources as JSON, each as <see cref="Add(string)"/> does: a resource, an array of them, or a whole JSON:API document with <c>data</c> and
    /// <c>included</c>, as Klaviyo's answers are. When one of them does not fit, none is added.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <returns>How many resources were added.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="ArgumentException">It holds something that is not a resource of the catalogue.</exception>
    public int Seed(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement[] resources = [.. ResourceJson.In(document.RootElement)];
        ResourceJson.AddAll(Store, resources);
        return resources.Length;
    }

    /// <summary>Adds the resources of a JSON file in UTF-8; see <see cref="Seed(string)"/>.</summary>
    /// <param name="path">The file.</param>
    /// <returns>How many resources were added.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It holds no JSON.</exception>
    /// <exception cref="ArgumentException">It holds something that is not a resource of the catalogue.</exception>
    public int SeedFile(string path) => Seed(File.ReadAllText(path));

    /// <summary>
    /// Adds generated data: the same sizes and seed give the same resources. What has the same type and id is replaced; a few ids are the same with every
    /// seed (the first list's <c>Y6nRLr</c>, numbered images and geofences).
    /// </summary>
    /// <param name="data">How much of each type.</param>
    /// <param name="seed">Where chance begins.</param>
    public void Generate(DataSize data, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        ResourceStore generated = Store.Another();
        AccountSeeder.Seed(_seeding(generated, data, seed));
        Store.TakeOver(generated);
    }

    /// <summary>Removes a resource; relationships that led to it end, where Klaviyo has both of their ends.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">The catalogue has no such type.</exception>
    public bool Remove(string type, string id) => Store.Remove(Known(type), id);

    /// <summary>Removes everything.</summary>
    public void Clear() => Store.Clear();

    /// <summary>Carries out all work that was accepted, also what is not due.</summary>
    internal void FinishWork() => _account.Work.RunAll();

    /// <summary>Determines whether filters can use a field of a type that no answer shows.</summary>
    internal bool IsHidden(string type, string field) => Store.FindLayout(type)?.Find(field)?.Place == MemberPlace.Hidden;

    /// <summary>Determines whether the emulated revision has an attribute.</summary>
    internal bool IsAttribute(string type, string name) => Store.FindLayout(type)?.Find(name)?.Place is MemberPlace.Always or MemberPlace.OnDemand;

    private string Known(string type) =>
        Store.FindLayout(type) is null ? throw new ArgumentException($"The catalogue has no resource type '{type}'.", nameof(type)) : type;
}
