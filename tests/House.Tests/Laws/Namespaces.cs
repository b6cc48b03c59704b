using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Which namespace a folder stands for.</summary>
internal static class Namespaces
{
    private const string Generated = "Generated";

    /// <summary>
    /// The folder whose namespace is not ours: methods that add to a service collection stand where everybody's do, so that whoever has the collection at hand
    /// finds them without a further using.
    /// </summary>
    internal const string DependencyInjection = "DependencyInjection";

    /// <summary>The namespace that <see cref="DependencyInjection"/> stands for.</summary>
    internal const string OfDependencyInjection = "Microsoft.Extensions.DependencyInjection";

    /// <summary>
    /// The project's root namespace and the folders. The model's folder Generated is no namespace of its own: its types are what a user
    /// writes, however they came to be.
    /// </summary>
    internal static string Of(Project project, SourceFile source)
    {
        string folder = project.FolderOf(source);
        if (folder.StartsWith("Model/", StringComparison.Ordinal))
            folder = WithoutGenerated(folder);
        if (folder == DependencyInjection)
            return OfDependencyInjection;
        return folder.Length == 0 ? project.RootNamespace : $"{project.RootNamespace}.{folder.Replace('/', '.')}";
    }

    /// <summary><c>Model/Components/Generated</c> → <c>Model/Components</c>.</summary>
    internal static string WithoutGenerated(string folder)
    {
        if (folder == Generated)
            return "";
        return folder.EndsWith("/" + Generated, StringComparison.Ordinal) ? folder[..^(Generated.Length + 1)] : folder;
    }
}
