using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;
using Remotion.Linq;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Reading;

/// <summary>Reads a whole expression tree: re-linq takes it apart, the clauses become stages in the order in which they were written.</summary>
internal static class QueryReader
{
    internal static ReadQuery Read(Expression expression, TerminalKind terminal, ModelMap mapped)
    {
        (Expression known, List<string> unknown) = Peel(expression);
        QueryModel model = QueryGrammar.Parser.GetParsedQuery(known);
        if (model.MainFromClause.FromExpression is not ConstantExpression { Value: IResourceRoot root })
            throw new ArgumentException("The expression does not start at a set of a KlaviyoContext.", nameof(expression));

        IQuerySource source = model.MainFromClause;
        PathReader paths = new(source, mapped);
        List<Stage> stages = [];
        OperatorClause? select = null;
        foreach (IBodyClause clause in model.BodyClauses)
        {
            // Behind a SelectMany the queried resource is the collection's element.
            if (clause is AdditionalFromClause elements)
                paths = new PathReader(source = elements, mapped);
            if (clause is not OperatorClause { Name: not "TagWith" } written)
                continue;
            if (written.Name is "Select" or "SelectMany")
                select = written;
            if (written.Name != "Select")
                stages.Add(Stage(paths, written));
        }

        Expression selector = model.SelectClause.Selector;
        if (selector is not QuerySourceReferenceExpression reference || reference.ReferencedQuerySource != source)
            stages.Add(ProjectionReader.Read(paths, selector, select));
        foreach (string name in unknown)
            stages.Add(new UnknownStage(new Site(name, "", CallSite.Unknown)));
        return new ReadQuery(new QueryForm(root.OperationPath, stages, terminal) { Key = root.Key, Relation = root.Relation }, ProjectionReader.Lambda(source, selector));
    }

    // Operators that the grammar does not know are taken off and named; what lies below the innermost of them can still be read.
    private static (Expression Known, List<string> Unknown) Peel(Expression expression)
    {
        List<string> unknown = [];
        Expression known = expression;
        for (Expression current = expression; current is MethodCallExpression { Arguments.Count: > 0 } call; current = call.Arguments[0])
        {
            if (QueryGrammar.Knows(call.Method))
                continue;
            unknown.Insert(0, call.Method.Name);
            known = call.Arguments[0];
        }

        return (known, unknown);
    }

    private static Stage Stage(PathReader paths, OperatorClause clause)
    {
        TermReader terms = new(paths, clause.Parameter);
        Site site = new(clause.Name, clause.Argument is { } argument ? terms.Print(argument) : "", clause.Site);
        return (clause.Name, clause.Argument) switch
        {
            ("Where", { } predicate) => new WhereStage(terms.Read(predicate), site),
            ("OrderBy" or "ThenBy", { } key) => new OrderByStage(terms.Read(key), false, site),
            ("OrderByDescending" or "ThenByDescending", { } key) => new OrderByStage(terms.Read(key), true, site),
            ("SelectMany", { } collection) => new SelectManyStage(terms.Read(collection), site),
            ("Include", { } navigation) => new IncludeStage(terms.Read(navigation), site),
            ("AdditionalFields", { } member) => new AdditionalFieldsStage(terms.Read(member), site),
            ("Take", { } count) => new TakeStage(terms.Value(count), site),
            ("WhereUnchecked", ConstantExpression { Value: FormattableString filter }) => Raw(filter, site),
            ("AllowFanOut", { } maximum) => new FanOutStage(terms.Value(maximum), site),
            ("PageSize", { } size) => new PageSizeStage(terms.Value(size), site),
            _ => new UnknownStage(site),
        };
    }

    private static RawStage Raw(FormattableString filter, Site site) =>
        new(filter.Format, [.. filter.GetArguments().Select(value => new ValueTerm(Evaluator.Plain(value), true, $"{value}"))], site.At(site.Call.Text ?? filter.Format));
}
