using System.Net;
using System.Text.Json;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Tests.Catalogue;

public sealed class EveryOperationTests(SeededAccount account) : IClassFixture<SeededAccount>
{
    private readonly EmulatorClient _client = account.Client;

    public static TheoryData<string> Paths => Where(_ => true);

    public static TheoryData<string> Collections => Where(o => o.IsCollection);

    public static TheoryData<string> Sorted => Where(o => o.SortKeys.Count > 0);

    public static TheoryData<string> Filtered => Where(o => o.Filters.Count > 0);

    public static TheoryData<string> Including => Where(o => o.Includes.Count > 0);

    public static TheoryData<string> WithFieldsets => Where(o => o.Fieldsets.Count > 0);

    [Fact]
    public void Every_resource_type_has_resources() =>
        KlaviyoCatalogue.Newest.Resources.Should().OnlyContain(r => account.Emulator.Count(r.Type) > 0);

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_operation_answers(string path)
    {
        ReadFacts operation = Operation(path);

        Answer answer = await _client.Get(Request(operation));

        answer.Status.Should().Be(HttpStatusCode.OK, "{0}", answer.Body);
        JsonElement data = answer.Body.GetProperty("data");
        data.ValueKind.Should().BeOneOf(operation.IsCollection ? [JsonValueKind.Array] : [JsonValueKind.Object, JsonValueKind.Null]);
        JsonElement[] rows = data.ValueKind == JsonValueKind.Array ? [.. data.EnumerateArray()] : data.ValueKind == JsonValueKind.Null ? [] : [data];
        foreach (JsonElement row in rows)
        {
            row.GetProperty("type").GetString().Should().Be(operation.ResourceType);
            row.TryGetProperty("links", out _).Should().Be(!operation.IdentifiersOnly);
        }
        answer.Headers["X-Klaviyo-Api-Revision"].Should().Be("2026-07-15");
        answer.Headers["RateLimit-Limit"].Should().Be($"{operation.RateLimit.Burst}, {operation.RateLimit.Burst};w=1, {operation.RateLimit.Steady};w=60");
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task Its_pages_chain_to_the_end(string path)
    {
        ReadFacts operation = Operation(path);
        string size = operation.Paging.HasSize ? "page[size]=" + Math.Max(operation.Paging.MinimumSize, Math.Min(3, operation.Paging.MaximumSize)) : "";

        List<string> ids = await _client.Ids(Request(operation, size));
        List<string> whole = await _client.Ids(Request(operation, operation.Paging.HasSize ? "page[size]=" + operation.Paging.MaximumSize : ""));

        ids.Should().OnlyHaveUniqueItems().And.Equal(whole);
    }

    [Theory]
    [MemberData(nameof(Sorted))]
    public async Task It_sorts_by_every_key_both_ways(string path)
    {
        ReadFacts operation = Operation(path);
        foreach (string key in operation.SortKeys)
        {
            List<string> up = await _client.Ids(Request(operation, "sort=" + key));
            List<string> down = await _client.Ids(Request(operation, "sort=-" + key));

            down.AsEnumerable().Reverse().Should().Equal(up, "{0} sorts by {1}", path, key);
        }
    }

    [Theory]
    [MemberData(nameof(Filtered))]
    public async Task It_filters_by_every_field_with_every_operator(string path)
    {
        ReadFacts operation = Operation(path);
        foreach (FilterFacts filter in operation.Filters)
            foreach (FilterOperatorFacts facts in filter.Operators)
            {
                string literal = filter.Kind switch
                {
                    ValueKind.String => "\"" + (filter.Values.Count > 0 ? filter.Values[0] : "x") + "\"",
                    ValueKind.DateTime => "2025-01-01T00:00:00Z",
                    ValueKind.Boolean => "true",
                    _ => "3",
                };
                string operand = facts.Operand switch { OperandKind.None => "", OperandKind.List => $",[{literal}]", _ => "," + literal };
                string comparison = $"{facts.Operator.WireName()}({filter.Field}{operand})";

                Answer answer = await _client.Get(Request(operation, "", Uri.EscapeDataString(comparison)));

                answer.Status.Should().Be(HttpStatusCode.OK, "{0} filters by {1}: {2}", path, comparison, answer.Body);
            }
    }

    [Theory]
    [MemberData(nameof(Including))]
    public async Task It_includes_every_relationship(string path)
    {
        ReadFacts operation = Operation(path);
        foreach (IncludeFacts include in operation.Includes)
        {
            JsonElement body = (await _client.Get(Request(operation, "include=" + include.Relationship))).Body;

            JsonElement data = body.GetProperty("data");
            HashSet<string> identified = [];
            foreach (JsonElement row in data.ValueKind == JsonValueKind.Array ? data.EnumerateArray().ToArray() : [data])
            {
                JsonElement linked = row.GetProperty("relationships").GetProperty(include.Relationship).GetProperty("data");
                foreach (JsonElement identifier in linked.ValueKind == JsonValueKind.Array
                        ? linked.EnumerateArray().ToArray()
                        : linked.ValueKind == JsonValueKind.Null
                        ? []
                        : [linked])
                    identified.Add(identifier.GetProperty("type").GetString() + " " + identifier.GetProperty("id").GetString());
            }
            body.GetProperty("included").EnumerateArray().Select(r => r.GetProperty("type").GetString() + " " + r.GetProperty("id").GetString())
                .Should().OnlyHaveUniqueItems().And.BeEquivalentTo(identified, "{0} includes {1}", path, include.Relationship);
        }
    }

    [Theory]
    [MemberData(nameof(WithFieldsets))]
    public async Task It_takes_every_member_of_every_fieldset(string path)
    {
        ReadFacts operation = Operation(path);
        foreach (FieldsetFacts fieldset in operation.Fieldsets.Concat(operation.AdditionalFields))
        {
            string family = operation.Fieldsets.Contains(fieldset) ? "fields" : "additional-fields";

            Answer answer = await _client.Get(Request(operation, $"{family}[{fieldset.ResourceType}]={string.Join(',', fieldset.Members)}"));

            answer.Status.Should().Be(HttpStatusCode.OK, "{0} {1} {2}: {3}", path, family, fieldset.ResourceType, answer.Body);
        }
    }

    private static TheoryData<string> Where(Func<ReadFacts, bool> wanted) => [.. KlaviyoCatalogue.Newest.Reads.Where(wanted).Select(o => o.Path)];

    private static ReadFacts Operation(string path) => KlaviyoCatalogue.Newest.FindRead(path)!;

    /// <summary>A request to the operation that carries what it insists on.</summary>
    private string Request(ReadFacts operation, string parameters = "", string? filter = null)
    {
        string path = operation.Path;
        if (path.Contains('{'))
        {
            string id = account.Emulator.Resources(operation.ParentType ?? operation.ResourceType)[0].GetProperty("id").GetString()!;
            path = path[..path.IndexOf('{')] + Uri.EscapeDataString(id) + path[(path.IndexOf('}') + 1)..];
        }
        List<string> query = parameters.Length > 0 ? [parameters] : [];
        string? required = operation.Path switch
        {
            "/api/campaigns" => "equals(messages.channel,\"email\")",
            _ when operation.FilterRequired => $"equals(coupon.id,\"{account.Emulator.Resources("coupon")[0].GetProperty("id").GetString()}\")",
            _ => null,
        };
        if ((required ?? filter) is not null)
            query.Add("filter=" + string.Join(',', new[] { required, filter }.OfType<string>()));
        query.AddRange(
            operation.Parameters.Where(p => p is { InHeader: false, Required: true }).Select(p => $"{p.Name}={(p.Values.Length > 0 ? p.Values[0] : "x")}"));
        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }
}
