using System.Runtime.CompilerServices;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Testing.Writing;

namespace KlaviyoLinq.Testing;

/// <summary>Typed data for emulators, and contexts that query them.</summary>
public static class KlaviyoEmulatorTesting
{
    private const string AnyKey = "pk_emulator";

    private static readonly ConditionalWeakTable<KlaviyoEmulator, EmulatorTime> _clocks = [];

    /// <summary>Adds resources to the emulator's default account: <c>emulator.Seed(new Profile { Email = "a@example.com" })</c>.</summary>
    /// <param name="emulator">The emulator.</param>
    /// <param name="resources">The resources.</param>
    /// <inheritdoc cref="Seed(EmulatorAccount, IEnumerable{KlaviyoResource})"/>
    public static void Seed(this KlaviyoEmulator emulator, params IEnumerable<KlaviyoResource> resources)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        emulator.DefaultAccount.Seed(resources);
    }

    /// <summary>
    /// Adds resources to an account, or replaces those with their type and id: attributes by their wire names, relationships by navigations and by ids such as
    /// <c>MetricId</c>. A resource without an id gets one, which is written into <see cref="KlaviyoResource.Id"/>. Resources in navigations are added as
    /// well, unless the account has them already. If one resource is invalid, none is added.
    /// </summary>
    /// <remarks>
    /// Properties that are null are sent as null; dates and enumerations that were never set are left out. <c>ProfileCount</c> is counted by the emulator;
    /// a profile's <c>JoinedGroupAt</c> becomes the moment at which it joined the lists and segments that it is related to. What can only be filtered by
    /// (<c>Review.Edited</c>) is kept where the emulator filters by a value of its own.
    /// </remarks>
    /// <param name="account">The account.</param>
    /// <param name="resources">The resources.</param>
    /// <exception cref="ArgumentException">
    /// A navigation and its id contradict each other; an object does not say which of several kinds it is (<c>CampaignSendStrategy.Method</c>); or the emulated
    /// revision does not know the type.
    /// </exception>
    public static void Seed(this EmulatorAccount account, params IEnumerable<KlaviyoResource> resources)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(resources);
        KlaviyoResource[] roots = [.. resources];
        IReadOnlyList<KlaviyoResource> all = ResourceGraph.Of(roots, account);
        if (all.Count > 0)
            account.Seed(ResourceDocument.Write(all, account.IsAttribute, account.IsHidden));
    }

    /// <summary>
    /// Creates a context that queries the emulator's default account; dispose it before the emulator. Contexts of one emulator share their rate limits.
    /// Contexts of different emulators do not, even if the second one uses the port of the first.
    /// </summary>
    /// <param name="emulator">The emulator.</param>
    /// <param name="configure">Changes the options; address, key, revision and filter language are those of the emulator.</param>
    public static KlaviyoContext CreateContext(this KlaviyoEmulator emulator, Action<KlaviyoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        return emulator.CreateContext(emulator.DefaultAccount, configure);
    }

    /// <summary>Creates a context that queries one account; dispose it before the emulator.</summary>
    /// <param name="emulator">The emulator.</param>
    /// <param name="account">One of its accounts.</param>
    /// <param name="configure">Changes the options; address, key, revision and filter language are those of the emulator.</param>
    /// <exception cref="ArgumentException">The account has no key.</exception>
    public static KlaviyoContext CreateContext(this KlaviyoEmulator emulator, EmulatorAccount account, Action<KlaviyoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        ArgumentNullException.ThrowIfNull(account);
        KlaviyoOptions options = new()
        {
            BaseAddress = emulator.BaseAddress,
            ApiKey = account.ApiKey
                ?? (account == emulator.DefaultAccount ? AnyKey : throw new ArgumentException($"The account '{account.Name}' has no key.", nameof(account))),
            Revision = emulator.Catalogue.Revision,
            Grammar = emulator.Grammar,
            TimeProvider = _clocks.GetValue(emulator, static _ => new EmulatorTime()),
        };
        configure?.Invoke(options);
        return new KlaviyoContext(options);
    }
}
