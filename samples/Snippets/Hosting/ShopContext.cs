using KlaviyoLinq;
using KlaviyoLinq.Model;
using Snippets.Readme;

namespace Snippets.Hosting;

// snippet: a-context-class
public sealed class ShopContext(KlaviyoOptions options, ITenant tenant) : KlaviyoContext(options)
{
    public KlaviyoSet<Chapter> Chapters => Set<Chapter>();

    protected override void OnModelCreating(KlaviyoModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Profile>()
            .HasQueryFilter("recent", p => p.Created > tenant.Since)
            .HasDefaultPageSize(50);
    }
}
// end snippet
