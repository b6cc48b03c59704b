using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Terms;

/// <summary>Reads the calls that have a meaning inside predicates: string tests, equality, and searching lists and collections.</summary>
internal static class CallReader
{
    internal static Term Read(TermReader terms, MethodCallExpression call) => call.Method.Name switch
    {
        "Equals" => EqualityReader.Read(terms, call),
        "StartsWith" when IsString(call) => StringMatch(terms, call, StringMatchKind.StartsWith),
        "EndsWith" when IsString(call) => StringMatch(terms, call, StringMatchKind.EndsWith),
        "Contains" when IsString(call) => StringMatch(terms, call, StringMatchKind.Contains),
        "Contains" or "ContainsKey" => ListReader.Contains(terms, call),
        "Any" when call.Object is null => Any(terms, call),
        "Exists" => ListReader.Exists(terms, call),
        _ => terms.Opaque(call),
    };

    private static bool IsString(MethodCallExpression call) => call.Method.DeclaringType == typeof(string);

    private static Term StringMatch(TermReader terms, MethodCallExpression call, StringMatchKind kind)
    {
        if (call.Object is null || call.Arguments.Count == 0)
            return terms.Opaque(call);
        bool ignoresCase = call.Arguments.Count switch { 1 => false, 2 => !EqualityReader.IsOrdinal(terms, call.Arguments[1]), _ => true };
        return new StringMatchTerm(kind, terms.Read(call.Object), terms.Read(call.Arguments[0]), ignoresCase, terms.Print(call));
    }

    // collection.Any() and collection.Any(predicate) over a relationship; over anything else it searches a list.
    private static Term Any(TermReader terms, MethodCallExpression call)
    {
        if (call.Arguments.Count is 0 or > 2 || terms.Paths.Read(call.Arguments[0]) is not { } path)
            return ListReader.Exists(terms, call);
        if (call.Arguments.Count == 1)
            return new AnyElementTerm(path, null, terms.Print(call));
        if (Lambdas.Find(call.Arguments[1]) is not { } lambda)
            return terms.Opaque(call);
        terms.Paths.Bind(lambda.Parameters[0], path, call.Arguments[0]);
        return new AnyElementTerm(path, terms.Read(lambda.Body), terms.Print(call));
    }
}
