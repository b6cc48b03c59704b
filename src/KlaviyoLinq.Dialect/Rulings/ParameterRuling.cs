using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings;

/// <summary>Checks the query parameters that only some endpoints accept: which there are, which are required, and their values.</summary>
internal static class ParameterRuling
{
    /// <summary>The parameter that names the company. It is the context's to give, not the query's.</summary>
    private const string Company = "company_id";

    internal static void Apply(RequestDraft draft, ParametersStage stage)
    {
        foreach (ParameterTerm parameter in stage.Parameters)
        {
            Site site = stage.Site.At(parameter.Value.Fragment);
            if (draft.Operation.Parameters.FirstOrDefault(facts => !facts.InHeader && facts.Name == parameter.Name) is not { } facts)
                draft.Refuse(
                    KlaviyoFindingCode.OperatorNotTranslatable, site, $"{Naming.Operation(draft.Operation)} has no parameter {parameter.Name}.",
                    $"Leave {stage.Site.Operator} out.");
            else if (draft.Parameters.Any(given => given.Name == parameter.Name))
                draft.Refuse(
                    KlaviyoFindingCode.ParameterValueInvalid, site,
                    $"{parameter.Name} is given twice, and {Naming.Operation(draft.Operation)} accepts it once.",
                    $"Write {stage.Site.Operator} once.");
            else if (Values(draft, facts, parameter.Value, site) is { Count: > 0 } values)
                draft.Parameters.Add(new RequestParameter(parameter.Name, values));
        }
    }

    /// <summary>Adds what the context gives, and finds what is missing.</summary>
    internal static void Complete(RequestDraft draft, string? companyId)
    {
        if (companyId is not null && draft.Operation.Parameters.Any(facts => facts.Name == Company))
            draft.Parameters.Insert(0, new RequestParameter(Company, [companyId]));
        string[] missing =
        [
            .. draft.Operation.Parameters
                .Where(
                    facts => facts is { Required: true, InHeader: false } && facts.Name != Company && draft.Parameters.All(given => given.Name != facts.Name))
                .Select(facts => facts.Name),
        ];
        if (missing.Length == 0 || draft.Findings.Any(finding => finding.Code == KlaviyoFindingCode.ParameterValueInvalid))
            return;
        draft.Refuse(
            KlaviyoFindingCode.RequiredParameterMissing,
            draft.Query,
            $"{Naming.Operation(draft.Operation)} requires {Naming.List(missing)}.",
            $"Specify the report: {Naming.Query(draft.Operation)}.For(timeframe, groupBy, statistics), with at least one statistic.");
    }

    private static IReadOnlyList<string>? Values(RequestDraft draft, ParameterFacts facts, ValueTerm term, Site site)
    {
        if (!term.IsKnown)
            return ["…"];
        object?[] items = term.Value is string || term.Value is not System.Collections.IEnumerable list ? [term.Value] : [.. list.Cast<object?>().Distinct()];
        List<string> values = [];
        foreach (object? item in items)
        {
            // The default of an open enumeration is the empty string; it says nothing, so it is missing.
            if (item is null or "")
                continue;
            if (item is not string value || !IsName(value))
            {
                draft.Refuse(
                    KlaviyoFindingCode.ParameterValueInvalid,
                    site,
                    $"'{item}' is not a valid value of {facts.Name}: values consist of lower-case letters, digits and underscores.",
                    facts.Values.Length == 0 ? "Pass the value as Klaviyo spells it." : $"{facts.Name} is one of: {Naming.List(facts.Values)}.");
                return null;
            }

            // Klaviyo may know more than the catalogue does; it will say so itself.
            if (facts.Values.Length > 0 && !facts.Values.Contains(value))
                draft.MarkUnchecked($"{facts.Name}={value}");
            values.Add(value);
        }

        return values;
    }

    private static bool IsName(string value) => value.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_');
}
