using System.Text;
using KlaviyoLinq.Packages.Tests.Packing;

namespace KlaviyoLinq.Packages.Tests;

[Collection("packages")]
public sealed class SymbolTests(PackedLibraries packed)
{
    public static TheoryData<string> Names => [.. PackedLibraries.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Assemblies_have_their_symbols_within_and_are_built_reproducibly(string name)
    {
        Package package = packed.Packages[name];
        foreach (string path in package.Assemblies)
        {
            byte[] assembly = package.Bytes(path);
            Symbols.AreReproducible(assembly).Should().BeTrue(path);
            Symbols.Sources(assembly).Should().NotBeEmpty(path).And.OnlyContain(source => source.StartsWith("/_", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_file_names_a_folder_of_the_machine_that_built_it(string name)
    {
        Package package = packed.Packages[name];
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (string path in package.Files)
            foreach (string folder in (string[])[PackedLibraries.Repository, packed.Folder, Path.Combine(home, ".nuget")])
                foreach (Encoding encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
                    package.Bytes(path).AsSpan().IndexOf(encoding.GetBytes(folder)).Should().Be(-1, $"{path} should not name {folder}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_public_type_has_its_documentation_in_the_package(string name)
    {
        Package package = packed.Packages[name];
        foreach (string path in package.Assemblies)
        {
            string documentation = package.Text(Path.ChangeExtension(path, ".xml"));
            Symbols.PublicTypes(package.Bytes(path))
                .Should().NotBeEmpty().And.OnlyContain(type => documentation.Contains($"\"T:{type}\"", StringComparison.Ordinal));
        }
    }
}
