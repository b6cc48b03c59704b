using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>Questions of the laws about a type's declaration.</summary>
internal static class TypeSyntax
{
    internal static SyntaxToken NameToken(this MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier,
        DelegateDeclarationSyntax named => named.Identifier,
        _ => default,
    };

    internal static bool Is(this MemberDeclarationSyntax member, SyntaxKind modifier) => member.Modifiers.Any(modifier);

    /// <summary>The full name with the number of type parameters, the same for all parts of a partial type.</summary>
    internal static string FullName(this MemberDeclarationSyntax type)
    {
        IEnumerable<string> names = type.AncestorsAndSelf().Reverse().Select(node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 and int count } generic => $"{generic.Identifier.Text}`{count}",
            MemberDeclarationSyntax member => member.NameToken().Text,
            _ => "",
        });
        return string.Join('.', names.Where(name => name.Length > 0));
    }
}
