using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Parsing.Nodes;
using KlaviyoLinq.Parsing.Operators;
using KlaviyoLinq.Parsing.Terms;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Parsing;

/// <summary>Reads a whole expression tree: re-linq takes it apart, the clauses become stages in the order in which they were written.</summary>
internal static class QueryReader
{
    internal static ReadQuery Read(Expression expression, TerminalKind terminal, ModelMap mapped, CapturedValues captured)
    {
        OperatorChain chain = OperatorChain.Of(expression, captured);
        QueryModel model = QueryGrammar.Parser.GetParsedQuery(chain.Known);
        if (model.MainFromClause.FromExpression is not ConstantExpression { Value: IResourceRoot root } start)
            throw new ArgumentException("The expression does not start at a set of a KlaviyoContext.", nameof(expression));

        IQuerySource source = model.MainFromClause;
        PathReader paths = new(source, mapped, captured);
        List<Stage> stages = [];
        OperatorClause? select = null;
        foreach (IBodyClause clause in model.BodyClauses)
        {
            // After a SelectMany the queried resource is the collection's element.
            if (clause is AdditionalFromClause elements)
            {
                paths = new PathReader(source = elements, mapped, captured);
                Restart(stages, elements.ItemType, mapped);
            }

            if (clause is not OperatorClause written)
                continue;
            if (OperatorTable.Find(written.Name) is { IsProjection: true })
                select = written;
            if (Stage(paths, written, Row(model, select)) is { } stage)
                stages.Add(stage);
        }

        Expression selector = model.SelectClause.Selector;
        if (selector is not QuerySourceReferenceExpression reference || reference.ReferencedQuerySource != source)
            stages.AddRange(ProjectionReader.Read(paths, selector, select));
        stages.AddRange(chain.Unknown);
        QueryForm form = new(root.OperationPath, stages, terminal) { Key = captured.Key(start), Relation = root.Relation, CompanyId = root.CompanyId };
        return new ReadQuery(form, ProjectionReader.Lambda(source, selector));
    }

    // The rules of the newly queried class apply now. Its query filters cannot be inserted after operators that were written before; starting at the
    // relationship puts them first.
    private static void Restart(List<Stage> stages, Type row, ModelMap mapped)
    {
        Site site = stages[^1].Site;
        stages.RemoveAll(stage => stage is PageSizeStage { IsDefault: true });
        if ((mapped.RulesOf(row)?.PageSize ?? mapped.DefaultPageSize) is { } size)
            stages.Add(new PageSizeStage(new ValueTerm(size, true, ""), site) { IsDefault = true });
        if (mapped.RulesOf(row)?.Filters.Count > 0)
            stages.Add(new UnknownStage(site, $"SelectMany into {row.Name}, which has query filters,"));
    }

    // The row that the last Select before an operator made of the resource. After a SelectMany it is known only without a further Select.
    private static Expression? Row(QueryModel model, OperatorClause? select) => select switch
    {
        { Name: "SelectMany" } when model.BodyClauses.OfType<OperatorClause>().Any(clause => clause.Name == "Select") => Expression.Constant(null),
        { Name: "SelectMany" } => model.SelectClause.Selector,
        _ => select?.Argument,
    };

    private static Stage? Stage(PathReader paths, OperatorClause clause, Expression? row)
    {
        TermReader terms = new(paths, clause.Parameter, clause.Argument);
        Site site = new(clause.Name, clause.Argument is { } written ? terms.Print(written) : "", clause.Site);
        return OperatorTable.Find(clause.Name) is { Read: { } read } ? read(new OperatorCall(terms, clause.Argument, row, site)) : new UnknownStage(site);
    }
}
