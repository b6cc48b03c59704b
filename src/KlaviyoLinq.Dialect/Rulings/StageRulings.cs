using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings.Grammars;
using KlaviyoLinq.Rulings.Operators;
using KlaviyoLinq.Rulings.Paging;
using KlaviyoLinq.Rulings.Predicates;
using KlaviyoLinq.Rulings.Projections;

namespace KlaviyoLinq.Rulings;

/// <summary>The judge's half of the operator table: the ruling of each stage. A stage without a ruling is refused.</summary>
internal static class StageRulings
{
    private static readonly Dictionary<Type, Action<RequestDraft, Stage>> _rulings = new()
    {
        [typeof(WhereStage)] = On<WhereStage>(WhereRuling.Apply),
        [typeof(RawStage)] = On<RawStage>(RawRuling.Apply),
        [typeof(OrderByStage)] = On<OrderByStage>(OrderByRuling.Apply),
        [typeof(DistanceStage)] = On<DistanceStage>(DistanceRuling.Apply),
        [typeof(ReverseStage)] = On<ReverseStage>(ReverseRuling.Apply),
        [typeof(SelectStage)] = On<SelectStage>(SelectRuling.Apply),
        [typeof(IncludeStage)] = On<IncludeStage>(IncludeRuling.Apply),
        [typeof(AdditionalFieldsStage)] = On<AdditionalFieldsStage>(AdditionalFieldsRuling.Apply),
        [typeof(DistinctStage)] = On<DistinctStage>(DistinctRuling.Apply),
        [typeof(TakeStage)] = On<TakeStage>(TakeRuling.Apply),
        [typeof(SkipStage)] = On<SkipStage>(SkipRuling.Apply),
        [typeof(ResumeStage)] = On<ResumeStage>(ResumeRuling.Apply),
        [typeof(PageSizeStage)] = On<PageSizeStage>(PageSizeRuling.Apply),
        [typeof(FanOutStage)] = On<FanOutStage>(FanOutRuling.Apply),
        [typeof(ParametersStage)] = On<ParametersStage>(ParameterRuling.Apply),
    };

    internal static bool Has(Type stage) => _rulings.ContainsKey(stage);

    internal static void Apply(RequestDraft draft, Stage stage)
    {
        if (_rulings.TryGetValue(stage.GetType(), out Action<RequestDraft, Stage>? apply))
            apply(draft, stage);
        else
            OperatorRuling.Refuse(draft, stage);
    }

    private static Action<RequestDraft, Stage> On<T>(Action<RequestDraft, T> apply)
        where T : Stage => (draft, stage) => apply(draft, (T)stage);
}
