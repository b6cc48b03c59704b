using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Reading;

/// <summary>Writes an expression as the C# it most likely came from, so that a finding can show the very piece it is about.</summary>
internal sealed class CSharpPrinter(string? sourceName)
{
    private readonly StringBuilder _text = new();

    /// <param name="expression">The expression.</param>
    /// <param name="sourceName">What the author called the queried resource in the lambda; null writes <c>x</c>.</param>
    internal static string Print(Expression expression, string? sourceName = null)
    {
        CSharpPrinter printer = new(sourceName);
        printer.Write(expression);
        return printer._text.ToString();
    }

    private void Write(Expression expression)
    {
        switch (expression)
        {
            case QuerySourceReferenceExpression reference:
                _text.Append(NameOf(reference));
                break;
            case ParameterExpression parameter:
                _text.Append(parameter.Name ?? "x");
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
                _text.Append(lambda.Parameters.Count == 1 ? lambda.Parameters[0].Name : $"({string.Join(", ", lambda.Parameters.Select(parameter => parameter.Name))})").Append(" => ");
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
                _text.Append("new ");
                if (!IsAnonymous(creation.Type))
                    _text.Append(TypeName(creation.Type));
                WriteList(creation.Arguments, IsAnonymous(creation.Type) ? "{ " : "(", IsAnonymous(creation.Type) ? " }" : ")");
                break;
            case MemberInitExpression initialised:
                Write(initialised.NewExpression);
                _text.Append(" { ").AppendJoin(", ", initialised.Bindings.OfType<MemberAssignment>().Select(binding => $"{binding.Member.Name} = {Print(binding.Expression, sourceName)}")).Append(" }");
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
            case NewArrayExpression array:
                WriteList(array.Expressions, "[", "]");
                break;
            default:
                _text.Append(expression);
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
        string text => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        char character => "'" + character + "'",
        bool flag => flag ? "true" : "false",
        IFormattable number when constant.Type.IsPrimitive || number is decimal => number.ToString(null, CultureInfo.InvariantCulture),
        Enum value => TypeName(value.GetType()) + "." + value,
        Type type => "typeof(" + TypeName(type) + ")",
        Range range => range.ToString(),
        IResourceRoot and IQueryable set => $"KlaviyoSet<{TypeName(set.ElementType)}>",
        IEnumerable list when list.GetType().IsVisible => TypeName(list.GetType()),
        _ => TypeName(constant.Type),
    });

    private void WriteMember(MemberExpression member)
    {
        // A captured variable is a field of a class that the compiler made; `this` of the author's class is a constant.
        if (member.Expression is { } target && target is not ConstantExpression && (!IsCompilerMade(target.Type) || IsAnonymous(target.Type)))
        {
            WriteOperand(target);
            _text.Append('.');
        }
        else if (member.Expression is null)
        {
            _text.Append(TypeName(member.Member.DeclaringType!)).Append('.');
        }

        _text.Append(member.Member.Name);
    }

    private void WriteUnary(UnaryExpression unary)
    {
        switch (unary.NodeType)
        {
            case ExpressionType.Not:
                _text.Append('!');
                WriteOperand(unary.Operand);
                break;
            case ExpressionType.Negate or ExpressionType.NegateChecked:
                _text.Append('-');
                WriteOperand(unary.Operand);
                break;
            case ExpressionType.Convert or ExpressionType.ConvertChecked when unary.Type.IsPrimitive && unary.Operand.Type.IsPrimitive && !Conversions.KeepsTheValue(unary):
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
        string? symbol = CSharpOperators.Symbol(binary.NodeType);
        if (symbol is null)
        {
            _text.Append(binary);
            return;
        }

        WriteNested(binary.Left, binary.NodeType);
        _text.Append(' ').Append(symbol).Append(' ');
        WriteNested(binary.Right, binary.NodeType);
    }

    private void WriteNested(Expression operand, ExpressionType parent)
    {
        bool parentheses = operand is BinaryExpression inner && CSharpOperators.Precedence(inner.NodeType) < CSharpOperators.Precedence(parent);
        if (parentheses)
            _text.Append('(');
        Write(operand);
        if (parentheses)
            _text.Append(')');
    }

    private void WriteOperand(Expression operand)
    {
        bool parentheses = operand is BinaryExpression or ConditionalExpression or LambdaExpression;
        if (parentheses)
            _text.Append('(');
        Write(operand);
        if (parentheses)
            _text.Append(')');
    }

    private void WriteCall(MethodCallExpression call)
    {
        // C# 14 turns an array into a span before it calls Contains on it.
        if (call.Method is { Name: "op_Implicit", IsSpecialName: true })
        {
            Write(call.Arguments[0]);
            return;
        }

        bool isExtension = call.Object is null && call.Arguments.Count > 0 && call.Method.IsDefined(typeof(ExtensionAttribute), false);
        Expression? target = isExtension ? call.Arguments[0] : call.Object;
        IEnumerable<Expression> arguments = isExtension ? call.Arguments.Skip(1) : call.Arguments;
        if (call.Method is { Name: "get_Item", IsSpecialName: true } && target is not null)
        {
            WriteOperand(target);
            WriteList(arguments, "[", "]");
            return;
        }

        if (target is not null)
            WriteOperand(target);
        else
            _text.Append(TypeName(call.Method.DeclaringType!));
        _text.Append('.').Append(call.Method.Name);
        WriteList(arguments, "(", ")");
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

    private static bool IsAnonymous(Type type) => IsCompilerMade(type) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    private static bool IsCompilerMade(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private static string TypeName(Type type) => CSharpOperators.TypeName(type);
}
