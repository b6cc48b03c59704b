using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>Context whose only query filter captures nothing but a condition: false for every profile, or true for every profile.</summary>
internal sealed class HiddenProfilesContext(KlaviyoOptions options, Func<bool> show) : KlaviyoContext(options)
{
    private bool Show => show();

    protected override void OnModelCreating(KlaviyoModelBuilder modelBuilder) => modelBuilder.Entity<Profile>().HasQueryFilter(p => Show);
}
