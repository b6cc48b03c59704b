using Microsoft.EntityFrameworkCore;

namespace KlaviyoLinq.Benchmarks.Peers;

/// <summary>EF Core's view of the profiles. No database is opened: queries are only translated.</summary>
internal sealed class PeerContext : DbContext
{
    internal DbSet<PeerProfile> Profiles => Set<PeerProfile>();

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<PeerProfile>();
}
