using System.Globalization;

namespace KlaviyoLinq.Forms;

/// <summary>A place in the body of a request, as JSON and as C# name it.</summary>
internal sealed class BodyPlace
{
    private readonly BodyPlace? _parent;
    private readonly string _name;
    private readonly int? _index;

    private BodyPlace(BodyPlace? parent, string name, int? index, BodyRole role)
    {
        _parent = parent;
        _name = name;
        _index = index;
        Role = role;
    }

    internal BodyRole Role { get; }

    /// <summary>The wire type of the resource object that the place is in; null outside of one.</summary>
    internal string? ResourceType { get; private init; }

    /// <summary>Indicates a part of the document that the C# model does not have: <c>attributes</c>, and the <c>data</c> of a nested resource.</summary>
    internal bool IsStructure { get; private init; }

    /// <summary>The names of C#, from the entity on: <c>Location</c>, <c>City</c>.</summary>
    internal IReadOnlyList<string> Names => [.. Named().Select(place => MemberNaming.Pascal(place._name))];

    /// <summary>The path as C# writes it: <c>Location.City</c>, and <c>[7].Email</c> in a row.</summary>
    internal string Member => Path(MemberNaming.Pascal, withIndexes: true);

    /// <summary>The wire names without the parts of the document: <c>location.city</c>.</summary>
    internal string Wire => Path(name => name, withIndexes: false);

    /// <summary>The member in both languages: <c>Location.City (location.city)</c>.</summary>
    internal string Both => $"{Member} ({Wire})";

    /// <summary>The wire names from the nearest resource object's attributes on.</summary>
    internal IReadOnlyList<string> InResource => [.. Chain().Reverse().TakeWhile(place => place.Role is BodyRole.Value).Reverse()
        .Where(place => place._index is null).Select(place => place._name)];

    internal static BodyPlace Data(string? resourceType) => new(null, "data", null, BodyRole.Resource) { IsStructure = true, ResourceType = resourceType };

    /// <summary>A member of the object in this place.</summary>
    internal BodyPlace At(string name, BodyRole role = BodyRole.Value, string? resourceType = null) => new(this, name, null, role)
    {
        ResourceType = resourceType ?? ResourceType,
        IsStructure = role is BodyRole.Attributes or BodyRole.Relationships or BodyRole.Meta || name == "data" && role == BodyRole.Resource,
    };

    /// <summary>An item of the array in this place.</summary>
    internal BodyPlace At(int index) => new(this, "", index, Role) { ResourceType = ResourceType, IsStructure = IsStructure };

    private IEnumerable<BodyPlace> Chain()
    {
        List<BodyPlace> places = [];
        for (BodyPlace? place = this; place is not null; place = place._parent)
            places.Insert(0, place);
        return places;
    }

    private IEnumerable<BodyPlace> Named() => Chain().Where(place => place is { IsStructure: false, _index: null });

    private string Path(Func<string, string> spell, bool withIndexes)
    {
        string path = "";
        foreach (BodyPlace place in Chain())
            if (place._index is { } index)
                path += withIndexes ? string.Format(CultureInfo.InvariantCulture, "[{0}]", index) : "";
            else if (!place.IsStructure)
                path += (path.Length == 0 ? "" : ".") + spell(place._name);
        return path;
    }
}
