using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>One operator of one field of one operation with one shape of its operand, in C#.</summary>
internal sealed record FilterEntry(Route Route, FilterSpec Filter, FilterOperatorSpec Operator, FilterMember Member)
{
    internal bool TakesList => Operator.Operand == "list";

    /// <summary>The whole query: <c>klaviyo.Profiles.Where(p =&gt; values.Contains(p.Email))</c>.</summary>
    internal string Code => $"{Route.Code}{Route.Given(Filter)}.Where({Route.Variable} => {Predicate(Member.Path, Route.Variable)}){Route.Tail}";

    /// <summary>The type of the operand, of its elements where it is a list. A list must hold exactly what the member is, as C# asks.</summary>
    internal string OperandType => TakesList && Member.Type != "string?" ? Member.Type : Member.Type.TrimEnd('?');

    private string Predicate(string path, string variable)
    {
        string[] parts = path.Split("[].", 2);
        if (parts.Length == 1)
            return Leaf($"{variable}.{path}");
        string element = char.ToLowerInvariant(parts[0][parts[0].LastIndexOf('.') + 1]).ToString();
        if (element == variable)
            element = "x";
        return $"{variable}.{parts[0]}.Any({element} => {Predicate(parts[1], element)})";
    }

    private string Leaf(string member) => (Operator.Operator, TakesList) switch
    {
        ("any" or "equals", true) => $"values.Contains({member})",
        ("equals", _) => $"{member} == value",
        ("greater-than", _) => $"{member} > value",
        ("greater-or-equal", _) => $"{member} >= value",
        ("less-than", _) => $"{member} < value",
        ("less-or-equal", _) => $"{member} <= value",
        ("contains", _) => $"{member}.Contains(value)",
        ("starts-with", _) => $"{member}.StartsWith(value)",
        ("ends-with", _) => $"{member}.EndsWith(value)",
        ("has", _) => $"{member} != null",
        _ => throw new SpecificationException($"{Route.Operation.Path} filters {Filter.Field} by {Operator.Operator}, for which no C# is known."),
    };
}
