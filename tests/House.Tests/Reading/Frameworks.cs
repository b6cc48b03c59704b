using Microsoft.CodeAnalysis;

namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>Assemblies that the product's code is compiled against: those of the test process, except the product's own, which are read as source.</summary>
internal static class Frameworks
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> _references = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => !Path.GetFileName(path).StartsWith("KlaviyoLinq", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    internal static IReadOnlyList<MetadataReference> References => _references.Value;
}
