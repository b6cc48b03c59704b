using KlaviyoLinq.ModelGenerator.Naming;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>
/// The files of the model: a folder for each resource, with the components and enumerations that only this resource uses; what several use has no
/// folder. A union is in one file with its alternatives, an enumeration of one class in the file of that class.
/// </summary>
internal sealed class ModelFiles
{
    private readonly Dictionary<string, ModelFile> _byType = [];
    private readonly Dictionary<string, ModelFile> _files = [];

    internal ModelFiles(ApiModel model)
    {
        foreach (UnionModel union in model.Unions)
        {
            ModelFile file = File(FolderOf(model, union.Alternatives), union.Name, inComponents: true);
            file.Unions.Add(union);
            _byType.Add(union.Name, file);
        }

        foreach (ClassModel type in model.Resources.Concat(model.Components))
        {
            ModelFile file = type switch
            {
                { IsResource: true } => File(type.Name, type.Name, inComponents: false),
                { Base: { } union } => _byType[union.Name],
                _ => File(FolderOf(model, [type.WireName]), type.Name, inComponents: true),
            };
            file.Classes.Add(type);
            _byType.Add(type.Name, file);
        }

        foreach (EnumModel type in model.Enums)
            FileOf(type).Enums.Add(type);
    }

    internal IEnumerable<ModelFile> All => _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal);

    private ModelFile FileOf(EnumModel type)
    {
        ModelFile[] users = [.. type.Owners.Select(owner => _byType[owner]).Distinct()];
        if (users.Length == 1 && users[0].InComponents == type.InComponents)
            return users[0];
        string[] folders = [.. users.Select(user => user.Folder).Distinct()];
        return File(folders.Length == 1 ? folders[0] : "", type.Name, type.InComponents);
    }

    private static string FolderOf(ApiModel model, IEnumerable<string> components)
    {
        string[] owners = [.. components.SelectMany(model.OwnersOfComponent).Distinct()];
        return owners.Length == 1 ? PascalCase.Of(owners[0]) : "";
    }

    private ModelFile File(string folder, string name, bool inComponents)
    {
        var file = new ModelFile(folder, name, inComponents);
        _files.Add(file.Path, file);
        return file;
    }
}
