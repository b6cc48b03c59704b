using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes one file of the model: its unions, classes and enumerations.</summary>
internal sealed class ModelFileWriter(ApiModel model)
{
    private const string ResourceNamespace = "KlaviyoLinq.Model";
    private const string ComponentNamespace = "KlaviyoLinq.Model.Components";

    private readonly ReaderWriter _readers = new(model);
    private readonly UnionReaderWriter _unions = new(model);
    private readonly BodyWriter _bodies = new(model);

    internal string Write(ModelFile file)
    {
        CodeWriter code = CodeWriter.ForFile(model.Revision);
        foreach (string name in Usings(file))
            code.Line($"using {name};");
        code.Line();
        code.Line($"namespace {(file.InComponents ? ComponentNamespace : ResourceNamespace)};");
        foreach (UnionModel union in file.Unions)
        {
            code.Line();
            ClassWriter.Write(code, union, _unions);
        }

        foreach (ClassModel type in file.Classes)
        {
            code.Line();
            ClassWriter.Write(code, type, _readers, _bodies);
        }

        foreach (EnumModel type in file.Enums)
        {
            code.Line();
            EnumWriter.Write(code, type);
        }

        return code.ToString();
    }

    private static IEnumerable<string> Usings(ModelFile file)
    {
        if (file.Unions.Count + file.Classes.Count == 0)
            yield break;
        yield return "System.Text.Json";
        if (file.Unions.Any(union => union.Shared.Count > 0))
            yield return "KlaviyoLinq.Errors";
        yield return "KlaviyoLinq.Bodies";
        yield return "KlaviyoLinq.Documents";
        yield return "KlaviyoLinq.Documents.Writing";
        if (!file.InComponents)
            yield return ComponentNamespace;
        yield return "KlaviyoLinq.Scanning";
        if (file.Classes.Any(type => type.IsResource))
            yield return "KlaviyoLinq.Writing";
    }
}
