using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Parsing.Printing;

namespace KlaviyoLinq.Composing;

/// <summary>Finds the relationship that a lambda such as <c>e => e.Profile</c> names.</summary>
internal static class Navigations
{
    /// <summary>Finds the relationship.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="navigation">The lambda.</param>
    /// <param name="method"><c>Reference</c> or <c>Collection</c>.</param>
    /// <param name="site">The place of the lambda in the source code.</param>
    /// <exception cref="ArgumentException">The lambda names no relationship.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The model's properties are kept: see ILLink.Descriptors.xml.")]
    internal static (PropertyInfo Property, Relation Relation) Find(KlaviyoResource resource, LambdaExpression navigation, string method, KlaviyoCallSite site)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        if (Unconverted(navigation.Body) is MemberExpression { Member: PropertyInfo property, Expression: { } owner }
            && Unconverted(owner) == navigation.Parameters[0]
            && MemberMap.Find(property) is { Kind: SegmentKind.Relationship } segment)
        {
            return (property, new Relation(resource.ResourceType, segment.WireName, new Site(method, CSharpPrinter.Print(navigation.Body), site)));
        }

        string[] names = [.. resource.GetType().GetProperties().Where(p => MemberMap.Find(p)?.Kind == SegmentKind.Relationship).Select(p => p.Name)];
        throw new ArgumentException(
            $"'{CSharpPrinter.Print(navigation.Body)}' is not a relationship of {resource.GetType().Name}. "
                + (names.Length == 0 ? "It has none." : $"Its relationships are: {string.Join(", ", names)}."),
            nameof(navigation));
    }

    private static Expression Unconverted(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } convert ? Unconverted(convert.Operand) : expression;
}
