using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>A C# file: its text and its syntax.</summary>
internal sealed class SourceFile(RepositoryFile file)
{
    // Documentation is read as plain comments: a cref is a pointer for the reader, not a dependency.
    private static readonly CSharpParseOptions _options = new(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: ["NET", "NET10_0"]);

    private readonly Lazy<SyntaxTree> _tree = new(() => CSharpSyntaxTree.ParseText(file.Text, _options, file.Path));

    internal string Path => file.Path;

    internal string Name => file.Name;

    internal string Folder => file.Folder;

    internal string[] Lines => file.Lines;

    /// <summary>Indicates whether the file lies among generated code, from which <see cref="Laws.GeneratedFilesLaw"/> keeps hand-written code out.</summary>
    internal bool IsGenerated => Name.EndsWith(".g.cs", StringComparison.Ordinal) || $"/{Folder}/".Contains("/Generated/", StringComparison.Ordinal);

    internal SyntaxTree Tree => _tree.Value;

    internal CompilationUnitSyntax Syntax => Tree.GetCompilationUnitRoot();

    /// <summary>The types that stand in no other type; delegates are types too.</summary>
    internal IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    internal int LineOf(SyntaxNode node) => LineOf(node.GetLocation());

    internal int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
