using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Operators;

/// <summary>
/// The operator table: one entry for each LINQ operator that has a reader. An operator without an entry is an <see cref="UnknownStage"/>, which the
/// judge refuses. The judge has the table's second half, from stage to ruling.
/// </summary>
internal static class OperatorTable
{
    private static readonly LinqOperator[] _all =
    [
        new(nameof(SitedOperators.Where)) { Read = ReadWhere, Overload = HasLambdaOfOneParameter },
        new(nameof(SitedOperators.HasQueryFilter)) { Read = ReadWhere },
        new(nameof(SitedOperators.AllAsync)) { Read = ReadWhere },
        new(nameof(SitedOperators.ContainsAsync)) { Read = ReadWhere },
        new(nameof(SitedOperators.WhereUnchecked)) { Read = ReadUnchecked },
        new(nameof(SitedOperators.Select)) { Read = static _ => null, Overload = HasLambdaOfOneParameter, IsProjection = true },
        new(nameof(SitedOperators.SelectMany))
        {
            Read = static call => new SelectManyStage(call.Term(), call.Site), Overload = HasLambdaOfOneParameter, IsProjection = true,
        },
        new(nameof(SitedOperators.OrderBy)) { Read = static call => new OrderByStage(call.Term(), false, call.Site), Overload = HasKeyOnly },
        new(nameof(SitedOperators.OrderByDescending)) { Read = static call => new OrderByStage(call.Term(), true, call.Site), Overload = HasKeyOnly },
        new(nameof(SitedOperators.ThenBy)) { Read = static call => new OrderByStage(call.Term(), false, call.Site), Overload = HasKeyOnly },
        new(nameof(SitedOperators.ThenByDescending)) { Read = static call => new OrderByStage(call.Term(), true, call.Site), Overload = HasKeyOnly },
        new(nameof(SitedOperators.OrderByDistance)) { Read = ReadDistance },
        new(nameof(SitedOperators.Reverse)) { Read = static call => new ReverseStage(call.Site), Overload = static parameters => parameters.Length == 1 },
        new(nameof(SitedOperators.LastAsync)) { Read = static call => new ReverseStage(call.Site) },
        new(nameof(SitedOperators.Include)) { Read = static call => new IncludeStage(call.Term(), call.Site) },
        new(nameof(SitedOperators.ThenInclude)),
        new(nameof(SitedOperators.AdditionalFields)) { Read = static call => new AdditionalFieldsStage(call.Term(), call.Site) },
        new(nameof(SitedOperators.Take))
        {
            Read = TakeReader.Read,
            Overload = static parameters => IsCount(parameters) || parameters[1].ParameterType == typeof(Range),
        },
        new(nameof(SitedOperators.Skip)) { Read = static call => new SkipStage(call.Value(), call.Site), Overload = IsCount },
        new(nameof(SitedOperators.ElementAtAsync)) { Read = static call => new SkipStage(call.Value(), call.Site) },
        new(nameof(SitedOperators.Distinct)) { Read = DistinctReader.Read, Overload = static parameters => parameters.Length == 1 },
        new(nameof(Queryable.DistinctBy)) { Read = DistinctReader.ReadBy, Overload = static parameters => parameters.Length == 2 },
        new(nameof(SitedOperators.ResumeFrom)) { Read = static call => new ResumeStage(call.WrittenSite) },
        new(nameof(SitedOperators.AllowFanOut)) { Read = static call => new FanOutStage(call.Value(), call.Site) },
        new(nameof(SitedOperators.PageSize)) { Read = static call => new PageSizeStage(call.Value(), call.Site) },
        new(nameof(SitedOperators.HasDefaultPageSize)) { Read = static call => new PageSizeStage(call.Value(), call.Site) { IsDefault = true } },
        new(nameof(SitedOperators.For)) { Read = ReadParameters },
        new(nameof(SitedOperators.TagWith)) { Read = ReadTag },
        new(nameof(Queryable.Cast)) { Rewrite = OperatorRewriter.Cast },
        new(nameof(Queryable.OfType)) { Rewrite = OperatorRewriter.OfType },
        new(nameof(Queryable.Order)) { Rewrite = OperatorRewriter.Order },
        new(nameof(Queryable.OrderDescending)) { Rewrite = OperatorRewriter.Order },
        new(nameof(Queryable.AsQueryable)) { Rewrite = static (_, source) => source },
    ];

    private static readonly Dictionary<string, LinqOperator> _byName = _all.ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    internal static IReadOnlyList<LinqOperator> All => _all;

    /// <summary>Finds the entry of an operator; null for an operator without one.</summary>
    internal static LinqOperator? Find(string name) => _byName.GetValueOrDefault(name);

    private static WhereStage ReadWhere(OperatorCall call) => new(call.Term(), call.Site);

    private static Stage ReadUnchecked(OperatorCall call) => call.Argument is ConstantExpression { Value: FormattableString filter }
        ? new RawStage(
            filter.Format, [.. filter.GetArguments().Select(value => new ValueTerm(Capturing.Evaluator.Plain(value), true, $"{value}"))],
            call.Site.At(call.Site.Call.Text ?? filter.Format))
        : new UnknownStage(call.Site);

    private static Stage ReadParameters(OperatorCall call) =>
        call.Argument is ConstantExpression { Value: ParameterTerm[] parameters }
            ? new ParametersStage(parameters, call.WrittenSite)
            : new UnknownStage(call.Site);

    private static Stage ReadDistance(OperatorCall call) =>
        call.Argument is ConstantExpression { Value: ValueTerm[] place }
            ? new DistanceStage(place[0], place[1], call.WrittenSite)
            : new UnknownStage(call.Site);

    // A tag does not change the request, so plans need not compare it.
    private static Stage? ReadTag(OperatorCall call)
    {
        call.Terms.Paths.Captured.Ignore(call.Argument);
        return null;
    }

    private static bool HasLambdaOfOneParameter(ParameterInfo[] parameters) =>
        parameters[1].ParameterType.GetGenericArguments()[0].GetGenericArguments().Length == 2;

    private static bool HasKeyOnly(ParameterInfo[] parameters) => parameters.Length == 2 && parameters[1].ParameterType.IsGenericType;

    private static bool IsCount(ParameterInfo[] parameters) => parameters[1].ParameterType == typeof(int);
}
