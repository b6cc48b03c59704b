using System.Linq.Expressions;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>Finds the lambda of an operator's argument.</summary>
internal static class Lambdas
{
    /// <summary>The lambda, also where it is quoted; null for any other expression.</summary>
    internal static LambdaExpression? Find(Expression expression) =>
        expression as LambdaExpression ?? (expression as UnaryExpression)?.Operand as LambdaExpression;
}
