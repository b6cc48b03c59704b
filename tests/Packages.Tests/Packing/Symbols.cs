using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KlaviyoLinq.Packages.Tests.Packing;

/// <summary>Debugging symbols embedded in an assembly.</summary>
internal static class Symbols
{
    /// <summary>The paths of the source files, as the symbols have them; none where an assembly has no symbols within.</summary>
    internal static IReadOnlyList<string> Sources(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        foreach (DebugDirectoryEntry entry in reader.ReadDebugDirectory().Where(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb))
        {
            using MetadataReaderProvider provider = reader.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
            MetadataReader symbols = provider.GetMetadataReader();
            return [.. symbols.Documents.Select(document => symbols.GetString(symbols.GetDocument(document).Name))];
        }

        return [];
    }

    /// <summary>Indicates whether the build was deterministic.</summary>
    internal static bool AreReproducible(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        return reader.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    /// <summary>The full names of an assembly's public types.</summary>
    internal static IReadOnlyList<string> PublicTypes(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        MetadataReader metadata = reader.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeDefinitions
               let type = metadata.GetTypeDefinition(handle)
               where (type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.Public
               select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}",
        ];
    }
}
