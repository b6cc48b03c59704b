using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>
/// Meaning of the names in a project. A namespace sees all enclosing ones without a using, so only the compiler's own binding shows which file uses
/// which.
/// </summary>
internal sealed class ProjectSemantics
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly Project _project;
    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<SyntaxTree, SourceFile> _files;

    internal ProjectSemantics(Repository repository, Project project)
    {
        _project = project;
        _files = WithReferences(repository, project).SelectMany(part => part.Sources).ToDictionary(source => source.Tree);
        _compilation = CSharpCompilation.Create(
            project.Name,
            [CSharpSyntaxTree.ParseText(ImplicitUsings, (CSharpParseOptions?)_files.Keys.FirstOrDefault()?.Options), .. _files.Keys],
            Frameworks.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Every use of another file by the project's hand-written files, the files of the projects it refers to included.</summary>
    internal IEnumerable<Use> Uses() =>
        from source in _project.Sources
        where !source.IsGenerated
        let model = _compilation.GetSemanticModel(source.Tree)
        from node in source.Syntax.DescendantNodes()
        where node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax
        let target = FindFile(source, model.GetSymbolInfo(node))
        where target is not null && target != source
        select new Use(source, source.LineOf(node), node.ToString(), target);

    /// <summary>The types and namespaces that hand-written files name and that are not found: there, a use may go unseen.</summary>
    internal IEnumerable<(SourceFile Source, int Line, string Message)> Unknown() =>
        from source in _project.Sources
        where !source.IsGenerated
        from diagnostic in _compilation.GetSemanticModel(source.Tree).GetDiagnostics()
        where diagnostic.Id is "CS0246" or "CS0234"
        select (source, source.LineOf(diagnostic.Location), diagnostic.GetMessage(CultureInfo.InvariantCulture));

    private static HashSet<Project> WithReferences(Repository repository, Project project)
    {
        HashSet<Project> found = [project];
        foreach ((string name, _) in project.References)
            if (repository.FindProject(name) is { } reference)
                found.UnionWith(WithReferences(repository, reference));
        return found;
    }

    private SourceFile? FindFile(SourceFile user, SymbolInfo info)
    {
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
            symbol = extension;
        return symbol is INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol
            ? FindFile(user, symbol.OriginalDefinition)
            : null;
    }

    private SourceFile? FindFile(SourceFile user, ISymbol symbol)
    {
        SourceFile[] files = [.. symbol.DeclaringSyntaxReferences.Where(part => _files.ContainsKey(part.SyntaxTree)).Select(part => _files[part.SyntaxTree])];
        if (files.Length == 0) // a member nobody wrote down, such as a default constructor, lies where its type lies
            return symbol.ContainingType is { } type ? FindFile(user, type) : null;
        return files.Contains(user) ? null : files.MinBy(file => file.Name.Length);
    }
}
