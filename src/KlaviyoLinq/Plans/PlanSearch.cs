using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Parsing;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Parsing.Trees;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Shaping;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Plans;

/// <summary>
/// Searches the plan of one query: reads its pattern and evaluates its captured values one by one, as the parser would. When no plan fits,
/// the parser gets the evaluated values, so that the author's code runs as often, and in the same order, as without plans.
/// A thread keeps one for its next query.
/// </summary>
internal sealed class PlanSearch : IDisposable
{
    [ThreadStatic]
    private static PlanSearch? _idle;

    private readonly PatternReader _pattern = new();
    private PlanStep?[] _steps = new PlanStep?[16];
    private object?[] _values = new object?[16];
    private int _count;
    private bool _hasPattern;
    private bool _isFirst;
    private CapturedValues? _captured;

    private PlanSearch()
    {
    }

    /// <summary>The captured values: those already evaluated, and those that the parser evaluates from here on.</summary>
    internal CapturedValues Captured => _captured ??= new CapturedValues();

    /// <summary>Starts with a query, which disposing of the search releases.</summary>
    internal static PlanSearch Of(Expression expression, TerminalKind terminal, FilterGrammar grammar)
    {
        PlanSearch search = Rent();
        search._hasPattern = search._pattern.TryRead(expression, Circumstances(terminal, grammar));
        return search;
    }

    /// <summary>Starts with a query without building its tree.</summary>
    internal static PlanSearch Of(IQueryable query, TerminalKind terminal, FilterGrammar grammar)
    {
        PlanSearch search = Rent();
        search._hasPattern = search._pattern.TryRead(query, Circumstances(terminal, grammar));
        return search;
    }

    /// <summary>Checks whether the pattern was seen before; otherwise there is no plan to find, and none is built.</summary>
    internal PlanSearch Meet(PlanCache plans)
    {
        _isFirst = _hasPattern && !plans.Meets(_pattern.View);
        return this;
    }

    /// <summary>Prepares the query from a plan; null where none fits.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="prefix">The text before the path of the URL.</param>
    /// <param name="isToRun">True when the query will run; otherwise its literals stay pending everywhere but in the URL.</param>
    internal PreparedQuery? Find(PlanCache plans, string prefix, bool isToRun = true)
    {
        if (_hasPattern && !_isFirst && plans.Find(_pattern.View) is { } set)
        {
            foreach (QueryPlan plan in set.Plans)
            {
                if (!Fits(plan.Steps))
                    continue;
                if (plan.Template is null)
                    return new PreparedQuery(plan.Request, null, plan.Projection, []);
                if (plan.Template.Write(prefix, _values.AsSpan(0, _count)) is not { } address)
                    continue;
                return isToRun
                    ? new PreparedQuery(
                        FilledRequest.Of(plan.Request, plan.Template.Slots, _values.AsSpan(0, _count)), address, plan.Projection,
                        Constants(plan.ProjectionNodes))
                    : new PreparedQuery(plan.Request, address, plan.Projection, []);
            }
        }

        _captured = new CapturedValues([.. Enumerable.Range(0, _count).Select(i => new CapturedValue(_pattern.Nodes[_steps[i]!.Node]!, _values[i], i))]);
        return null;
    }

    /// <summary>Prepares the query from its parsed form and its ruling, and caches its plan where its pattern was seen before.</summary>
    internal PreparedQuery Remember(PlanCache plans, ReadQuery read, KlaviyoRequest request, ModelMap model, string prefix)
    {
        string? address = request.IsEmpty || request.Branches.Count > 0 ? null : prefix + RequestWriter.Write(request);
        if (!_hasPattern || _isFirst || PlanBuilder.Build(_pattern, Captured, read, request, model) is not { } plan)
            return new PreparedQuery(request, address, new Projection(read.Projection, model, request.Sort?.Field), []);
        plans.Add(_pattern.View, plan);
        return new PreparedQuery(request, address, plan.Projection, Constants(plan.ProjectionNodes));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pattern.Clear();
        Array.Clear(_steps, 0, _count);
        Array.Clear(_values, 0, _count);
        (_count, _hasPattern, _isFirst, _captured) = (0, false, false, null);
        _idle = this;
    }

    private static int Circumstances(TerminalKind terminal, FilterGrammar grammar) => ((int)terminal * 16) + (int)grammar;

    // The author's code, which may be run to work out a value, can translate a query as well; it gets another search.
    private static PlanSearch Rent()
    {
        PlanSearch search = _idle ?? new PlanSearch();
        _idle = null;
        return search;
    }

    // Plans of one shape ask alike as long as the answers are alike, so what one has requested needlessly serves the next.
    private bool Fits(PlanStep[] steps)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            if (i == _count)
                Take(steps[i]);
            else if (_steps[i]!.Node != steps[i].Node)
                return false;
            if (!steps[i].Fits(_values[i]))
                return false;
        }

        return true;
    }

    private void Take(PlanStep step)
    {
        if (_count == _values.Length)
        {
            Array.Resize(ref _values, _count * 2);
            Array.Resize(ref _steps, _count * 2);
        }

        Expression node = _pattern.Nodes[step.Node]!;
        _values[_count] = node is ConstantExpression { Value: IResourceRoot root } ? root.Key!.Value.Value : Evaluator.Evaluate(node);
        _steps[_count++] = step;
    }

    private object?[] Constants(int[] nodes)
    {
        if (nodes.Length == 0)
            return [];
        object?[] constants = new object?[nodes.Length];
        for (int i = 0; i < constants.Length; i++)
            constants[i] = ((ConstantExpression)_pattern.Nodes[nodes[i]]!).Value;
        return constants;
    }
}
