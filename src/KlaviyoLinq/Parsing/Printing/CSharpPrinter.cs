using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Parsing.Printing;

/// <summary>Writes an expression as the C# it most likely came from, so that a finding can show the very piece it is about.</summary>
internal sealed partial class CSharpPrinter(string? sourceName, Dictionary<Expression, int>? starts)
{
    private readonly StringBuilder _text = new();

    /// <param name="expression">The expression.</param>
    /// <param name="sourceName">What the author called the queried resource in the lambda; null writes <c>x</c>.</param>
    /// <param name="starts">Is given the place at which each part begins.</param>
    internal static string Print(Expression expression, string? sourceName = null, Dictionary<Expression, int>? starts = null)
    {
        CSharpPrinter printer = new(sourceName, starts);
        printer.Write(expression);
        return printer._text.ToString();
    }

    private void Write(Expression expression)
    {
        starts?.TryAdd(expression, _text.Length);
        switch (expression)
        {
            case QuerySourceReferenceExpression reference:
                _text.Append(NameOf(reference));
                break;
            case ParameterExpression parameter:
                _text.Append(parameter.Name is null or ['<', ..] ? "x" : parameter.Name);
                break;
            case ConstantExpression constant:
                WriteConstant(constant);
                break;
            case MemberExpression member:
                WriteMember(member);
                break;
            case UnaryExpression unary:
                WriteUnary(unary);
                break;
            case BinaryExpression binary:
                WriteBinary(binary);
                break;
            case MethodCallExpression call:
                WriteCall(call);
                break;
            case LambdaExpression lambda:
                _text.Append(
                    lambda.Parameters.Count == 1 ? lambda.Parameters[0].Name : $"({string.Join(", ", lambda.Parameters.Select(parameter => parameter.Name))})")
                    .Append(" => ");
                Write(lambda.Body);
                break;
            case ConditionalExpression conditional:
                Write(conditional.Test);
                _text.Append(" ? ");
                Write(conditional.IfTrue);
                _text.Append(" : ");
                Write(conditional.IfFalse);
                break;
            case NewExpression creation:
                WriteCreation(creation);
                break;
            case MemberInitExpression initialised:
                Write(initialised.NewExpression);
                WriteBindings(initialised.Bindings);
                break;
            case ListInitExpression list:
                Write(list.NewExpression);
                WriteList(list.Initializers.Select(item => item.Arguments[^1]), " { ", " }");
                break;
            case TypeBinaryExpression test:
                WriteOperand(test.Expression);
                _text.Append(" is ").Append(TypeName(test.TypeOperand));
                break;
            case InvocationExpression invocation:
                WriteOperand(invocation.Expression);
                WriteList(invocation.Arguments, "(", ")");
                break;
            case SubQueryExpression:
                _text.Append("(a query)");
                break;
            case DefaultExpression nothing:
                _text.Append("default(").Append(TypeName(nothing.Type)).Append(')');
                break;
            case IndexExpression index:
                WriteOperand(index.Object!);
                WriteList(index.Arguments, "[", "]");
                break;
            case NewArrayExpression { NodeType: ExpressionType.NewArrayBounds } array:
                _text.Append("new ").Append(TypeName(array.Type.GetElementType()!));
                WriteList(array.Expressions, "[", "]");
                break;
            case NewArrayExpression array:
                WriteList(array.Expressions, "[", "]");
                break;
            default:
                _text.Append("(an expression of the kind ").Append(expression.NodeType).Append(')');
                break;
        }
    }

    // Where a query expression has several sources, the compiler's own parameter stands for all of them, and each has its name.
    private string NameOf(QuerySourceReferenceExpression reference) => sourceName switch
    {
        null => "x",
        ['<', ..] => reference.ReferencedQuerySource.ItemName is ['<', ..] ? "x" : reference.ReferencedQuerySource.ItemName,
        _ => sourceName,
    };

    private void WriteConstant(ConstantExpression constant) => _text.Append(constant.Value switch
    {
        null => "null",
        IResourceRoot root and IQueryable set => Start(root, set),
        string text => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        char character => "'" + character + "'",
        bool flag => flag ? "true" : "false",
        IFormattable number when constant.Type.IsPrimitive || number is decimal => number.ToString(null, CultureInfo.InvariantCulture),
        Enum value => EnumText(value),
        Type type => "typeof(" + TypeName(type) + ")",
        Range range => range.ToString(),
        IEnumerable list when list.GetType().IsVisible => TypeName(list.GetType()),
        _ => TypeName(constant.Type),
    });

    private static string EnumText(Enum value) => TypeName(value.GetType()) + "." + value;

    private void WriteUnary(UnaryExpression unary)
    {
        switch (unary.NodeType)
        {
            case ExpressionType.Not:
                _text.Append('!');
                WriteOperand(unary.Operand);
                break;
            case ExpressionType.OnesComplement:
                _text.Append('~');
                WriteOperand(unary.Operand);
                break;
            case ExpressionType.ArrayLength:
                WriteOperand(unary.Operand);
                _text.Append(".Length");
                break;
            case ExpressionType.TypeAs:
                WriteOperand(unary.Operand);
                _text.Append(" as ").Append(TypeName(unary.Type));
                break;
            case ExpressionType.Negate or ExpressionType.NegateChecked:
                _text.Append('-');
                WriteOperand(unary.Operand);
                break;
            case ExpressionType.Convert or ExpressionType.ConvertChecked when unary.Type.IsPrimitive
                && unary.Operand.Type.IsPrimitive
                && unary.Operand.Type != typeof(char)
                && !Conversions.KeepsTheValue(unary):
                _text.Append('(').Append(TypeName(unary.Type)).Append(')');
                WriteOperand(unary.Operand);
                break;
            default:
                Write(unary.Operand); // conversions are mostly the compiler's, and quotes always
                break;
        }
    }

    private void WriteBinary(BinaryExpression binary)
    {
        if (binary.NodeType == ExpressionType.ArrayIndex)
        {
            WriteOperand(binary.Left);
            WriteList([binary.Right], "[", "]");
            return;
        }

        WriteNested(binary.Left, binary.NodeType, binary.Right);
        _text.Append(' ').Append(CSharpOperators.Symbol(binary.NodeType) ?? binary.NodeType.ToString()).Append(' ');
        WriteNested(binary.Right, binary.NodeType, binary.Left);
    }

    private void WriteNested(Expression operand, ExpressionType parent, Expression other)
    {
        // The compiler compares characters and enumerations by their numbers.
        if (operand is ConstantExpression { Value: int number } && other is UnaryExpression { NodeType: ExpressionType.Convert, Operand.Type: var type }
            && (type == typeof(char) || type.IsEnum))
        {
            starts?.TryAdd(operand, _text.Length);
            _text.Append(type.IsEnum ? EnumText((Enum)Enum.ToObject(type, number)) : "'" + (char)number + "'");
            return;
        }

        bool parentheses = operand is BinaryExpression inner && CSharpOperators.Precedence(inner.NodeType) < CSharpOperators.Precedence(parent);
        if (parentheses)
            _text.Append('(');
        Write(operand);
        if (parentheses)
            _text.Append(')');
    }

    private StringBuilder WriteOperand(Expression operand)
    {
        bool parentheses =
            operand is BinaryExpression { NodeType: not ExpressionType.ArrayIndex } or ConditionalExpression or LambdaExpression
                or UnaryExpression { NodeType: ExpressionType.TypeAs };
        if (parentheses)
            _text.Append('(');
        Write(operand);
        if (parentheses)
            _text.Append(')');
        return _text;
    }

    private void WriteCall(MethodCallExpression call)
    {
        // C# 14 turns an array into a span before it calls Contains on it.
        if (call.Method is { Name: "op_Implicit", IsSpecialName: true })
        {
            Write(call.Arguments[0]);
            return;
        }

        // An operator of this library carries the place where it was written.
        bool isOperator = call.Method.DeclaringType == typeof(SitedOperators);
        bool isExtension = call.Object is null && call.Arguments.Count > 0 && (isOperator || call.Method.IsDefined(typeof(ExtensionAttribute), false));
        Expression? target = isExtension ? call.Arguments[0] : call.Object;
        ParameterInfo[] parameters = call.Method.GetParameters();
        IEnumerable<Expression> arguments = Written(call.Arguments.Where((argument, i) => !IsCallerInformation(parameters[i])).Skip(isExtension ? 1 : 0));
        if (isOperator && call.Method.Name == nameof(SitedOperators.At))
        {
            Write(target!);
            return;
        }

        if (call.Method is { Name: "get_Item" or "get_Chars", IsSpecialName: true } && target is not null)
        {
            WriteOperand(target);
            WriteList(arguments, "[", "]");
            return;
        }

        if (target is not null && !IsHidden(target))
            WriteOperand(target).Append('.');
        else if (target is null)
            _text.Append(TypeName(call.Method.DeclaringType!)).Append('.');
        _text.Append(CompilerNames.Member(call.Method.Name));
        WriteList(arguments, "(", ")");
    }

    private static bool IsCallerInformation(ParameterInfo parameter) => parameter.IsOptional
        && (parameter.IsDefined(typeof(CallerArgumentExpressionAttribute), false) || parameter.IsDefined(typeof(CallerFilePathAttribute), false)
            || parameter.IsDefined(typeof(CallerLineNumberAttribute), false) || parameter.IsDefined(typeof(CallerMemberNameAttribute), false));

    /// <summary>The arguments that the author wrote: without call sites, and without comparers that the compiler put in.</summary>
    internal static IEnumerable<Expression> Written(IEnumerable<Expression> arguments)
    {
        Expression[] written = [.. arguments.Where(argument => argument.Type != typeof(KlaviyoCallSite))];
        return written is [.., ConstantExpression { Value: null, Type: { IsGenericType: true } type }]
            && type.Name.EndsWith("Comparer`1", StringComparison.Ordinal)
            ? written[..^1]
            : written;
    }

    private void WriteList(IEnumerable<Expression> items, string opening, string closing)
    {
        _text.Append(opening);
        bool first = true;
        foreach (Expression item in items)
        {
            if (!first)
                _text.Append(", ");
            first = false;
            Write(item);
        }

        _text.Append(closing);
    }

    private static string TypeName(Type type) => CSharpOperators.TypeName(type);
}
