namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>One generated file of the model.</summary>
/// <param name="folder">The resource whose types alone are in it; empty for what several resources use.</param>
/// <param name="name">The type that the file is named after.</param>
/// <param name="inComponents">True for the namespace of components, false for that of resources.</param>
internal sealed class ModelFile(string folder, string name, bool inComponents)
{
    internal string Folder { get; } = folder;

    internal bool InComponents { get; } = inComponents;

    /// <summary>The path below the folder of the generated model, without its ending.</summary>
    internal string Path { get; } = folder.Length == 0 ? name : $"{folder}/{name}";

    internal List<UnionModel> Unions { get; } = [];

    internal List<ClassModel> Classes { get; } = [];

    internal List<EnumModel> Enums { get; } = [];

    /// <summary>The properties of all classes of the file.</summary>
    internal IEnumerable<PropertyModel> Properties => Unions.SelectMany(union => union.Shared).Concat(Classes.SelectMany(type => type.Properties));
}
