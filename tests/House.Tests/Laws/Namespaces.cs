using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>The namespaces that belong to folders.</summary>
internal static class Namespaces
{
    private const string Generated = "Generated";
    private const string GeneratedModel = "Model/" + Generated;

    /// <summary>
    /// The folder whose namespace is not ours: methods that add to a service collection stand where everybody's do, so that a program that has the
    /// collection at hand finds them without a further using.
    /// </summary>
    internal const string DependencyInjection = "DependencyInjection";

    /// <summary>The namespace that <see cref="DependencyInjection"/> stands for.</summary>
    internal const string OfDependencyInjection = "Microsoft.Extensions.DependencyInjection";

    /// <summary>
    /// The namespaces that a folder allows: the project's root namespace and the folders. The generated model is apart: each resource has a folder,
    /// and in it the resource's class is in the namespace <c>Model</c>, the classes of its attributes in <c>Model.Components</c>.
    /// </summary>
    internal static IReadOnlyList<string> Of(Project project, SourceFile source)
    {
        string folder = project.FolderOf(source);
        if (folder == GeneratedModel || folder.StartsWith(GeneratedModel + "/", StringComparison.Ordinal))
            return [project.RootNamespace + ".Model", project.RootNamespace + ".Model.Components"];
        if (folder == DependencyInjection)
            return [OfDependencyInjection];
        return [folder.Length == 0 ? project.RootNamespace : $"{project.RootNamespace}.{folder.Replace('/', '.')}"];
    }

    /// <summary><c>Model/Generated/Profile</c> → <c>Model</c>.</summary>
    internal static string WithoutGenerated(string folder)
    {
        int place = $"/{folder}/".IndexOf($"/{Generated}/", StringComparison.Ordinal);
        return place < 0 ? folder : folder[..Math.Max(place - 1, 0)];
    }
}
