using System.Text;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>A type of resources: how one is made, and how its attributes are read.</summary>
internal sealed class ResourceKind(string type, Func<KlaviyoResource> create, AttributesReader read)
{
    private ulong _wanted = ulong.MaxValue;

    /// <summary>The type's wire name.</summary>
    internal string Type { get; } = type;

    /// <summary>The same in UTF-8.</summary>
    internal byte[] Name { get; } = Encoding.UTF8.GetBytes(type);

    internal KlaviyoResource Create() => create();

    /// <summary>The scanner stands on the start of the resource's attributes, and afterwards on their end.</summary>
    internal void ReadAttributes(KlaviyoResource resource, ref JsonScanner json) => read(resource, ref json, _wanted);

    /// <summary>The same kind, with nothing read but what was requested. A server may send more.</summary>
    internal ResourceKind Reduced(IReadOnlyList<Fieldset> fieldsets)
    {
        if (fieldsets.FirstOrDefault(fieldset => fieldset.ResourceType == Type) is not { } asked)
            return this;
        KlaviyoResource sample = Create();
        ulong wanted = 0;
        foreach (string member in asked.Members)
        {
            int dot = member.IndexOf('.', StringComparison.Ordinal);
            int place = sample.PlaceOf(dot < 0 ? member : member[..dot]);
            if (place >= 0)
                wanted |= 1UL << place;
        }

        return new ResourceKind(Type, create, read) { _wanted = wanted };
    }
}
