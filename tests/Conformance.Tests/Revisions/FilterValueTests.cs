using System.Net;
using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Revisions;

/// <summary>
/// The values of enumerations in filters. Each value that any revision or the model knows is compared in C# at each revision: it is sent exactly when the
/// emulator of the revision accepts it.
/// </summary>
public sealed class FilterValueTests
{
    public static TheoryData<string> Revisions => [.. KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision)];

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task A_known_value_is_sent_exactly_when_the_emulator_of_the_revision_accepts_it(string revision)
    {
        await using RevisionAccount account = await RevisionAccount.OfAsync(revision);
        using HttpClient http = new() { BaseAddress = account.Emulator.BaseAddress };
        List<string> failures = [];
        int sent = 0;
        foreach (ReadFacts operation in account.Catalogue.Reads)
        {
            foreach ((FilterFacts filter, FilterCase query) in Cases(operation))
            {
                string? accepted = null;
                string id = account.Ids(operation).First();
                List<string> refused = [];
                foreach (string value in Values(operation, filter, query))
                {
                    account.Emulator.ClearRequests();
                    try
                    {
                        await query.Query(account.At, id, Operand(query, value)).ToListAsync();
                        accepted ??= account.Emulator.Requests[0].ToString()["GET ".Length..].Replace(Quoted(value), "{value}", StringComparison.Ordinal);
                        sent++;
                    }
                    catch (UntranslatableQueryException)
                    {
                        refused.Add(value);
                    }
                    catch (KlaviyoApiException failure)
                    {
                        failures.Add($"{revision} {operation.Path} {query} \"{value}\" is sent and refused: {failure.Message}");
                    }
                }

                foreach (string value in refused)
                    if (accepted is null
                        || await StatusAsync(
                            http, revision, accepted.Replace("{value}", Quoted(value), StringComparison.Ordinal)) is not HttpStatusCode.BadRequest)
                        failures.Add($"{revision} {operation.Path} {query} \"{value}\" is not sent, but accepted: {accepted}");
            }
        }

        failures.Should().BeEmpty();
        sent.Should().BeGreaterThan(30);
    }

    private static IEnumerable<(FilterFacts Filter, FilterCase Query)> Cases(ReadFacts operation) =>
        from filter in operation.Filters
        from listed in filter.Operators
        where listed.Operand != OperandKind.None
        select (filter, RevisionCases.Filters[$"{operation.Path} {filter.Field} {listed.Operator.WireName()} {listed.Operand.ToString().ToLowerInvariant()}"]);

    /// <summary>
    /// The values of the field at any revision, those of the enumeration that the model compares with, and the kinds of an action in both spellings.
    /// </summary>
    private static IEnumerable<string> Values(ReadFacts operation, FilterFacts filter, FilterCase query)
    {
        IEnumerable<string> listed = KlaviyoCatalogue.Known
            .SelectMany(catalogue => catalogue.FindRead(operation.Path)?.FindFilter(filter.Field)?.Values ?? []);
        IEnumerable<string> modelled = query.ValueType!.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == query.ValueType && typeof(IKlaviyoEnum).IsAssignableFrom(query.ValueType))
            .Select(property => ((IKlaviyoEnum)property.GetValue(null)!).Value);
        return listed.Concat(modelled).Concat(filter.Field == "action_type" ? Kinds() : []).Distinct();
    }

    private static IEnumerable<string> Kinds() =>
        KlaviyoCatalogue.Newest.FindResource("flow-action")!.FindAttribute("definition")!.Alternatives
            .SelectMany(alternative => alternative.Values)
            .SelectMany(kind => new[] { kind.Replace('-', '_').ToUpperInvariant(), kind });

    private static object Operand(FilterCase query, string value)
    {
        object single = query.ValueType == typeof(string) ? value : Activator.CreateInstance(query.ValueType!, value)!;
        return query.TakesList ? new[] { single, single } : single;
    }

    private static string Quoted(string value) => Uri.EscapeDataString($"\"{value}\"");

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string revision, string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_tests");
        request.Headers.TryAddWithoutValidation("revision", revision);
        using HttpResponseMessage response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
