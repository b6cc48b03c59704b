using System.Linq.Expressions;
using KlaviyoLinq.Parsing.Trees;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Parsing.Printing;

/// <content>Members and constructions, without the names that the compiler made up.</content>
internal sealed partial class CSharpPrinter
{
    private void WriteMember(MemberExpression member)
    {
        // A captured variable is a field of a class that the compiler made; `this` of the author's class is a constant.
        if (member.Expression is { } target && !IsHidden(target))
        {
            WriteOperand(target);
            _text.Append('.');
        }
        else if (member.Expression is null)
        {
            _text.Append(TypeName(member.Member.DeclaringType!)).Append('.');
        }

        _text.Append(CompilerNames.Member(member.Member.Name));
    }

    // klaviyo.Profiles, klaviyo.Lists[id].Profiles
    private static string Start(IResourceRoot root, IQueryable set)
    {
        string[] segments = root.OperationPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length < 2
            ? $"KlaviyoSet<{TypeName(set.ElementType)}>"
            : (segments[0] == "client" ? "client." : "klaviyo.")
                + string.Join(
                    '.', segments.Skip(1).Where(segment => segment != "relationships").Select(segment => segment == "{id}" ? "[id]" : Naming.Pascal(segment)))
                    .Replace(".[", "[", StringComparison.Ordinal);
    }

    private static bool IsHidden(Expression target) => target switch
    {
        ConstantExpression constant => constant.Value is not IResourceRoot,
        MemberExpression { Member.Name: var name } when CompilerNames.IsHidden(name) => true,
        ParameterExpression { Name: { } name } when CompilerNames.IsHidden(name) => true,
        _ => CompilerNames.IsCompilerMade(target.Type) && !CompilerNames.IsAnonymous(target.Type),
    };

    private void WriteCreation(NewExpression creation)
    {
        _text.Append("new ");
        if (!CompilerNames.IsAnonymous(creation.Type))
        {
            _text.Append(TypeName(creation.Type));
            WriteList(creation.Arguments, "(", ")");
            return;
        }

        for (int i = 0; i < creation.Arguments.Count; i++)
        {
            _text.Append(i == 0 ? "{ " : ", ");
            if (creation.Members?[i].Name is { } name && (creation.Arguments[i] as MemberExpression)?.Member.Name != name)
                _text.Append(name).Append(" = ");
            Write(creation.Arguments[i]);
        }

        _text.Append(" }");
    }

    private void WriteBindings(IEnumerable<MemberBinding> bindings)
    {
        string separator = " { ";
        foreach (MemberAssignment binding in bindings.OfType<MemberAssignment>())
        {
            _text.Append(separator).Append(binding.Member.Name).Append(" = ");
            Write(binding.Expression);
            separator = ", ";
        }

        _text.Append(" }");
    }
}
