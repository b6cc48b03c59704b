using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Parsing.Operators;

/// <summary>Entry of the operator table: everything that the parser knows of one LINQ operator.</summary>
/// <param name="Name">The operator's name in expression trees: <c>Where</c>.</param>
internal sealed record LinqOperator(string Name)
{
    /// <summary>Reads a call of the operator into its stage; null for no stage. Without it every call is an <see cref="UnknownStage"/>.</summary>
    internal Func<OperatorCall, Stage?>? Read { get; init; }

    /// <summary>Selects the overloads of <see cref="Queryable"/> that can be read, by their parameters; null for none.</summary>
    internal Func<ParameterInfo[], bool>? Overload { get; init; }

    /// <summary>Expresses a call on <see cref="Queryable"/> by other operators, given its source; the result is null where that is not possible.</summary>
    internal Func<MethodCallExpression, Expression, Expression?>? Rewrite { get; init; }

    /// <summary>Indicates whether the operator makes a new row of what it is applied to.</summary>
    internal bool IsProjection { get; init; }
}
