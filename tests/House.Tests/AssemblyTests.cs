using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KlaviyoLinq.House.Tests;

public sealed class AssemblyTests
{
    [Fact]
    public void The_built_assemblies_keep_the_borders_too() => Repository.Current.Products.SelectMany(Judge).MustBeEmpty();

    [Fact]
    public void An_assembly_that_refers_to_its_own_floor_is_found() =>
        AssemblyLaw.Judge(Build("KlaviyoLinq.Emulator", "class A { B C; }", Reference("KlaviyoLinq", "public class B;")), "KlaviyoLinq.Emulator")
            .Should().ContainSingle().Which.What.Should().Contain("refers to KlaviyoLinq.");

    [Fact]
    public void A_dialect_that_refers_to_more_than_netstandard_is_found() =>
        AssemblyLaw.Judge(Build("KlaviyoLinq.Dialect", "class A;"), "KlaviyoLinq").Should().NotBeEmpty();

    [Fact]
    public void An_emulator_that_uses_requests_is_found()
    {
        MetadataReference dialect = Reference(
            "KlaviyoLinq.Dialect", "namespace KlaviyoLinq { public class F; } namespace KlaviyoLinq.Requests { public class B; }");

        AssemblyLaw.Judge(Build("KlaviyoLinq.Emulator", "class A { KlaviyoLinq.F F; KlaviyoLinq.Requests.B B; }", dialect), "KlaviyoLinq.Emulator")
            .Should().ContainSingle().Which.What.Should().Contain("KlaviyoLinq.Requests.B");
    }

    [Fact]
    public void A_public_type_in_another_namespace_is_found() =>
        AssemblyLaw.Judge(
            Build("KlaviyoLinq", "namespace KlaviyoLinq { public class A; } namespace KlaviyoLinq.Http { public class B; class C; }"), "KlaviyoLinq")
            .Should().ContainSingle().Which.What.Should().Contain("KlaviyoLinq.Http.B");

    private static IEnumerable<Offence> Judge(Project project) => BuiltAssembly.Find(project.Name) is { } assembly
        ? AssemblyLaw.Judge(assembly, project.RootNamespace)
        : [new Offence(project.Path, 0, "It is not built with these tests. Refer to it from House.Tests.")];

    private static BuiltAssembly Build(string name, string text, params MetadataReference[] references) =>
        BuiltAssembly.Read(Compile(name, text, references));

    private static MetadataReference Reference(string name, string text) => MetadataReference.CreateFromStream(Compile(name, text, []));

    private static MemoryStream Compile(string name, string text, MetadataReference[] references)
    {
        MemoryStream stream = new();
        CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(text)], [.. Frameworks.References, .. references], new(OutputKind.DynamicallyLinkedLibrary))
            .Emit(stream).Success.Should().BeTrue();
        stream.Position = 0;
        return stream;
    }
}
