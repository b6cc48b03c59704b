using KlaviyoLinq.Model;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>A context as applications derive it: a set of their own, and a service.</summary>
internal sealed class ShopContext(KlaviyoOptions options, Greeting greeting) : KlaviyoContext(options)
{
    public string Hello => greeting.Text;

    public KlaviyoSet<Profile> Customers => Set<Profile>();
}
