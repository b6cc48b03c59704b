using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>All C# types of the model.</summary>
internal sealed class ApiModel
{
    public required string Revision { get; init; }

    /// <summary>The facts that the model is made of: of the newest revision, and what only older ones describe.</summary>
    public required KlaviyoSpec Facts { get; init; }

    /// <summary>The marker interfaces of a resource type: what its operations can do.</summary>
    public required Func<string, IReadOnlyList<string>> Markers { get; init; }

    public required IReadOnlyList<ClassModel> Resources { get; init; }

    public required IReadOnlyList<ClassModel> Components { get; init; }

    public required IReadOnlyList<UnionModel> Unions { get; init; }

    public required IReadOnlyList<EnumModel> Enums { get; init; }

    /// <summary>The union a member reads, and how.</summary>
    public required UnionClusters Clusters { get; init; }

    public required Func<string, string> ClassOfComponent { get; init; }

    /// <summary>The resource types from which a component can be reached.</summary>
    public required Func<string, IReadOnlyCollection<string>> OwnersOfComponent { get; init; }

    internal ClassModel Resource(string type) => Resources.First(resource => resource.WireName == type);

    internal ClassModel Component(string schema) => Components.First(component => component.WireName == schema);
}
