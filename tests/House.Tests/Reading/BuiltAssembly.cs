using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>A built assembly, read without loading it: what it refers to and what it shows.</summary>
internal sealed class BuiltAssembly
{
    private BuiltAssembly(MetadataReader metadata)
    {
        Name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        References = [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        UsedTypes = [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Where(IsTopLevel).Select(type => UsedType(metadata, type))];
        PublicTypes = [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(IsPublic).Select(type => PublicType(metadata, type))];
    }

    internal string Name { get; }

    internal IReadOnlyList<string> References { get; }

    internal IReadOnlyList<(string Assembly, string Namespace, string Name)> UsedTypes { get; }

    internal IReadOnlyList<(string Namespace, string Name)> PublicTypes { get; }

    /// <summary>The assembly of that name beside these tests, or null where they were not built with it.</summary>
    internal static BuiltAssembly? Find(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        return File.Exists(path) ? Read(File.OpenRead(path)) : null;
    }

    internal static BuiltAssembly Read(Stream stream)
    {
        using PEReader reader = new(stream);
        return new BuiltAssembly(reader.GetMetadataReader());
    }

    private static bool IsTopLevel(TypeReference type) => type.ResolutionScope.Kind == HandleKind.AssemblyReference;

    private static bool IsPublic(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public;

    private static (string Assembly, string Namespace, string Name) UsedType(MetadataReader metadata, TypeReference type) =>
        (metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name), metadata.GetString(type.Namespace),
            metadata.GetString(type.Name));

    private static (string Namespace, string Name) PublicType(MetadataReader metadata, TypeDefinition type) =>
        (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
}
