using KlaviyoLinq;
using KlaviyoLinq.Model;

namespace Snippets.Testing;

// snippet: what-is-tested
public sealed class Subscribers(KlaviyoContext klaviyo)
{
    public Task<Profile?> FindByEmailAsync(string email) => klaviyo.Profiles.SingleOrDefaultAsync(p => p.Email == email);
}
// end snippet
