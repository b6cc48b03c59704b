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
            // Behind a SelectMany the queried resource is the collection's element.
            if (clause is AdditionalFromClause elements)
            {
                paths = new PathReader(source = elements, mapped, captured);
                Restart(stages, elements.ItemType, mapped);
            }

            if (clause is OperatorClause { Name: "TagWith", Argument: { } tag })
                captured.Ignore(tag);
            if (clause is not OperatorClause { Name: not "TagWith" } written)
                continue;
            if (written.Name is "Select" or "SelectMany")
                select = written;
            if (written.Name != "Select")
                stages.Add(Stage(paths, written, Row(model, select)));
        }

        Expression selector = model.SelectClause.Selector;
        if (selector is not QuerySourceReferenceExpression reference || reference.ReferencedQuerySource != source)
            stages.AddRange(ProjectionReader.Read(paths, selector, select));
        stages.AddRange(chain.Unknown);
        QueryForm form = new(root.OperationPath, stages, terminal) { Key = captured.Key(start), Relation = root.Relation, CompanyId = root.CompanyId };
        return new ReadQuery(form, ProjectionReader.Lambda(source, selector));
    }

    // What the model has for a class holds for the one that is queried now. Its filters cannot be put behind what was written; another spelling has them in front.
    private static void Restart(List<Stage> stages, Type row, ModelMap mapped)
    {
        Site site = stages[^1].Site;
        stages.RemoveAll(stage => stage is PageSizeStage { IsDefault: true });
        if ((mapped.RulesOf(row)?.PageSize ?? mapped.DefaultPageSize) is { } size)
            stages.Add(new PageSizeStage(new ValueTerm(size, true, ""), site) { IsDefault = true });
        if (mapped.RulesOf(row)?.Filters.Count > 0)
            stages.Add(new UnknownStage(site, $"SelectMany into {row.Name}, which has query filters,"));
    }

    // What the last Select before an operator has made of the resource. Behind a SelectMany it is known where nothing else was made of it.
    private static Expression? Row(QueryModel model, OperatorClause? select) => select switch
    {
        { Name: "SelectMany" } when model.BodyClauses.OfType<OperatorClause>().Any(clause => clause.Name == "Select") => Expression.Constant(null),
        { Name: "SelectMany" } => model.SelectClause.Selector,
        _ => select?.Argument,
    };

    // The row is what stands before the operator; null is the resource itself.
    private static Stage Stage(PathReader paths, OperatorClause clause, Expression? row)
    {
        TermReader terms = new(paths, clause.Parameter, clause.Argument);
        Site site = new(clause.Name, clause.Argument is { } written ? terms.Print(written) : "", clause.Site);
        return (clause.Name, clause.Argument) switch
        {
            ("Where" or "HasQueryFilter" or "AllAsync" or "ContainsAsync", { } predicate) => new WhereStage(terms.Read(predicate), site),
            ("OrderBy" or "ThenBy", { } key) => new OrderByStage(terms.Read(key), false, site),
            ("OrderByDescending" or "ThenByDescending", { } key) => new OrderByStage(terms.Read(key), true, site),
            ("SelectMany", { } collection) => new SelectManyStage(terms.Read(collection), site),
            ("Include", { } navigation) => new IncludeStage(terms.Read(navigation), site),
            ("AdditionalFields", { } member) => new AdditionalFieldsStage(terms.Read(member), site),
            ("Take", { } range) when range.Type == typeof(Range) => TakeOf(terms, range, site),
            ("Skip" or "ElementAtAsync", { } count) => new SkipStage(terms.Value(count), site),
            ("Distinct", _) => new DistinctStage(row is null || KeepsIdentity(paths, row), site),
            ("DistinctBy", { } key) => new DistinctStage(KeepsIdentity(paths, key), site),
            ("Reverse" or "LastAsync", _) => new ReverseStage(site),
            ("Take", { } count) => new TakeStage(terms.Value(count), site),
            ("WhereUnchecked", ConstantExpression { Value: FormattableString filter }) => Raw(filter, site),
            ("For", ConstantExpression { Value: ParameterTerm[] parameters }) => new ParametersStage(parameters, site.At(site.Call.Text ?? "")),
            ("OrderByDistance", ConstantExpression { Value: ValueTerm[] place }) => new DistanceStage(place[0], place[1], site.At(site.Call.Text ?? "")),
            ("ResumeFrom", _) => new ResumeStage(site.At(site.Call.Text ?? "")),
            ("AllowFanOut", { } maximum) => new FanOutStage(terms.Value(maximum), site),
            ("PageSize", { } size) => new PageSizeStage(terms.Value(size), site),
            ("HasDefaultPageSize", { } size) => new PageSizeStage(terms.Value(size), site) { IsDefault = true },
            _ => new UnknownStage(site),
        };
    }

    private static Stage TakeOf(TermReader terms, Expression range, Site site) =>
        terms.Evaluate(range) is Range { Start: { IsFromEnd: false, Value: 0 }, End.IsFromEnd: false } known
            ? new TakeStage(new ValueTerm(known.End.Value, true, terms.Print(range)), site)
            : new UnknownStage(site, "Take of a range that does not begin at the start");

    // Whether two resources can never give equal values: the value is the resource, its id, compares a part that does, or equals nothing else at all.
    private static bool KeepsIdentity(PathReader paths, Expression value) =>
        paths.Read(value) is { } path
            ? path.IsRoot || path is { Segments: [{ Kind: SegmentKind.Id }] }
            : Constructions.IsFreshObject(value) || Constructions.ComparedParts(value)?.Any(part => KeepsIdentity(paths, part)) == true;

    private static RawStage Raw(FormattableString filter, Site site) =>
        new(filter.Format, [.. filter.GetArguments().Select(value => new ValueTerm(Evaluator.Plain(value), true, $"{value}"))], site.At(site.Call.Text ?? filter.Format));
}
