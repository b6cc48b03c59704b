using KlaviyoLinq.ModelGenerator.Naming;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>One use of an enumeration: the class and the member's wire name.</summary>
internal sealed record EnumSite(string Owner, string Member, bool InComponent, IReadOnlyList<string> Values)
{
    internal string Key => Owner + "." + Member;

    internal string DefaultName => MemberTypeName.Of(Owner, Member);

    internal string ValuesKey => string.Join('\u0001', Values.Order(StringComparer.Ordinal));
}
