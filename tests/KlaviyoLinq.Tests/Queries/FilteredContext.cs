using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>A context with filters and page sizes, as applications derive it.</summary>
internal sealed class FilteredContext(KlaviyoOptions options, Action<KlaviyoModelBuilder>? more = null) : KlaviyoContext(options)
{
    /// <summary>Time that the filter captures.</summary>
    internal DateTimeOffset Since { get; set; } = DateTimeOffset.UnixEpoch;

    public KlaviyoSet<Profile> Customers => Set<Profile>();

    protected override void OnModelCreating(KlaviyoModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Profile>()
            .HasQueryFilter("recent", p => p.Created > Since)
            .HasQueryFilter("named", p => p.Id != "")
            .HasQueryFilter("named", p => p.Updated > DateTimeOffset.UnixEpoch)
            .HasDefaultPageSize(7);
        modelBuilder.Entity<List>().HasQueryFilter(l => l.Created > DateTimeOffset.UnixEpoch).HasDefaultPageSize(500);
        more?.Invoke(modelBuilder);
    }
}
