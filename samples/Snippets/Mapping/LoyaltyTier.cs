using KlaviyoLinq.Model;

namespace Snippets.Mapping;

// snippet: mapped-classes
public enum LoyaltyTier
{
    Basic,                                                     // "basic"
    GoldPlus,                                                  // "gold_plus"
    [WireName("VIP")] Vip,                                     // "VIP"
}
// end snippet
