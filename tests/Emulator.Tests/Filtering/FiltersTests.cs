using System.Globalization;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Filtering;

/// <summary>Tests of filters, compared with LINQ to Objects over the whole account.</summary>
[Trait("Category", "Culture")]
public sealed class FiltersTests(SeededAccount account) : IClassFixture<SeededAccount>
{
    [Fact]
    public Task Greater_than_leaves_the_boundary_out() =>
        Finds("/api/profiles?filter=greater-than(created,{0})", "profile", Boundary("profile", "created"), (p, at) => Instant(p, "created") > at);

    [Fact]
    public Task Less_than_leaves_the_boundary_out() =>
        Finds("/api/profiles?filter=less-than(updated,{0})", "profile", Boundary("profile", "updated"), (p, at) => Instant(p, "updated") < at);

    [Fact]
    public Task Greater_or_equal_takes_the_boundary_in() =>
        Finds("/api/events?filter=greater-or-equal(datetime,{0})", "event", Boundary("event", "datetime"), (e, at) => Instant(e, "datetime") >= at);

    [Fact]
    public Task Less_or_equal_takes_the_boundary_in() =>
        Finds("/api/events?filter=less-or-equal(datetime,{0})", "event", Boundary("event", "datetime"), (e, at) => Instant(e, "datetime") <= at);

    [Fact]
    public Task Numbers_compare_as_numbers() =>
        Finds("/api/events?filter=greater-or-equal(timestamp,{0})", "event", Sample("event").GetProperty("attributes").GetProperty("timestamp").GetInt64(),
            (e, at) => e.GetProperty("attributes").GetProperty("timestamp").GetInt64() >= at);

    [Fact]
    public Task Equals_compares_text_whole() =>
        Finds(
            "/api/profiles?filter=equals(email,\"{0}\")", "profile", Sample("profile").GetProperty("attributes").GetProperty("email").GetString(),
            (p, email) => Text(p, "email") == email);

    [Fact]
    public Task Case_matters_in_text() =>
        Finds(
            "/api/profiles?filter=equals(email,\"{0}\")", "profile",
            Sample("profile").GetProperty("attributes").GetProperty("email").GetString()!.ToUpperInvariant(), (_, _) => false);

    [Fact]
    public async Task Any_takes_each_of_a_list()
    {
        string[] emails = [.. account.Emulator.Resources("profile").Select(p => Text(p, "email")).OfType<string>().Where((_, i) => i % 40 == 0)];

        await Finds(
            "/api/profiles?filter=any(email,[{0}])", "profile", string.Join(',', emails.Select(e => $"\"{e}\"")), (p, _) => emails.Contains(Text(p, "email")));
    }

    [Fact]
    public async Task Resources_named_by_their_ids_come_once_in_order_and_pass_the_other_filters()
    {
        string[] ids = [.. account.Emulator.Resources("profile").Select(p => p.GetProperty("id").GetString()!).Where((_, i) => i % 50 == 7)];
        string filter = $"any(id,[{string.Join(',', ids.Reverse().Append("nobody").Append(ids[0]).Select(id => $"\"{id}\""))}])";

        (await account.Client.Ids($"/api/profiles?page[size]=3&filter={filter}")).Should().Equal(ids);
        (await account.Client.Ids($"/api/profiles?page[size]=3&sort=-id&filter={filter}")).Should().Equal(ids.Reverse());
        (await account.Client.Ids($"/api/profiles?filter={filter},equals(id,\"{ids[2]}\")")).Should().Equal(ids[2]);
    }

    [Fact]
    public Task Contains_looks_inside() =>
        Finds("/api/tags?filter=contains(name,\"{0}\")", "tag", "a", (t, part) => Text(t, "name")!.Contains(part, StringComparison.Ordinal));

    [Fact]
    public Task Starts_with_looks_at_the_beginning() =>
        Finds("/api/flows?filter=starts-with(name,\"{0}\")", "flow", "B", (t, part) => Text(t, "name")?.StartsWith(part, StringComparison.Ordinal) == true);

    [Fact]
    public Task Ends_with_looks_at_the_end() =>
        Finds("/api/tags?filter=ends-with(name,\"{0}\")", "tag", "1", (t, part) => Text(t, "name")!.EndsWith(part, StringComparison.Ordinal));

    [Fact]
    public Task Booleans_are_bare() =>
        Finds(
            "/api/catalog-items?filter=equals(published,{0})", "catalog-item", "false",
            (i, _) => !i.GetProperty("attributes").GetProperty("published").GetBoolean());

    [Fact]
    public Task A_metric_is_found_by_its_id() =>
        Finds(
            "/api/events?filter=equals(metric_id,\"{0}\")", "event", account.Emulator.Resources("metric")[0].GetProperty("id").GetString(),
            (e, id) => Related(e, "metric").Contains(id));

    [Fact]
    public Task Has_asks_whether_there_is_any() =>
        Finds("/api/events?filter=has({0})", "event", "profile", (e, _) => Related(e, "profile").Length > 0);

    [Fact]
    public Task Comma_means_and() =>
        Finds("/api/events?filter=has(profile),equals(metric_id,\"{0}\")", "event", account.Emulator.Resources("metric")[1].GetProperty("id").GetString(),
            (e, id) => Related(e, "profile").Length > 0 && Related(e, "metric").Contains(id));

    [Fact]
    public Task Any_element_of_an_array_will_do() =>
        Finds("/api/profiles?filter=equals(subscriptions.email.marketing.suppression.reason,\"{0}\")", "profile", "UNSUBSCRIBE",
            (p, reason) => Suppressions(p).Any(s => s.GetProperty("reason").GetString() == reason));

    [Fact]
    public Task A_campaign_is_found_by_the_channel_of_its_messages() =>
        Finds(
            "/api/campaigns?filter=equals(messages.channel,\"{0}\")", "campaign", "sms",
            (c, channel) => Related(c, "campaign-messages").Any(id => account.Emulator.Resources("campaign-message")
            .Any(
                m =>
                    m.GetProperty("id").GetString() == id
                        && m.GetProperty("attributes").GetProperty("definition").GetProperty("channel").GetString() == channel)));

    [Fact]
    public Task A_coupon_code_is_found_by_its_coupon() =>
        Finds(
            "/api/coupon-codes?filter=equals(coupon.id,\"{0}\")", "coupon-code",
            account.Emulator.Resources("coupon")[0].GetProperty("id").GetString(), (c, id) => Related(c, "coupon").Contains(id));

    [Fact]
    public Task A_variant_is_found_by_its_item() =>
        Finds(
            "/api/catalog-variants?filter=equals(item.id,\"{0}\")", "catalog-variant",
            account.Emulator.Resources("catalog-item")[0].GetProperty("id").GetString(), (v, id) => Related(v, "item").Contains(id));

    [Fact]
    public Task An_item_is_found_by_its_category() =>
        Finds(
            "/api/catalog-items?filter=equals(category.id,\"{0}\")", "catalog-item",
            account.Emulator.Resources("catalog-category")[0].GetProperty("id").GetString(), (i, id) => Related(i, "categories").Contains(id));

    [Fact]
    public Task Ids_are_ids() =>
        Finds(
            "/api/catalog-items?filter=any(ids,[\"{0}\"])", "catalog-item", "$custom:::$default:::SKU-00007", (i, id) => i.GetProperty("id").GetString() == id);

    [Fact]
    public async Task Members_of_a_list_are_found_by_when_they_joined()
    {
        List<JsonElement> all = await account.Client.Rows("/api/lists/Y6nRLr/profiles?page[size]=100");
        DateTimeOffset at = Instant(all[all.Count / 2], "joined_group_at")!.Value;

        List<string> after = await account.Client.Ids($"/api/lists/Y6nRLr/profiles?page[size]=100&filter=greater-than(joined_group_at,{at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)})");

        after.Should().Equal(all.Where(p => Instant(p, "joined_group_at") > at).Select(p => p.GetProperty("id").GetString()));
        after.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Members_of_a_list_are_found_by_a_push_token()
    {
        (JsonElement token, JsonElement owner) = account.Emulator.Resources("push-token")
            .SelectMany(
                t => account.Emulator.Resources("profile").Where(p => Related(t, "profile").Contains(p.GetProperty("id").GetString())).Select(p => (t, p)))
            .First(pair => Related(pair.p, "lists").Length > 0);

        List<string> found = await account.Client.Ids($"/api/lists/{Related(owner, "lists")[0]}/profiles?filter=equals(push_token,\"{Text(token, "token")}\")");

        found.Should().Equal(owner.GetProperty("id").GetString());
    }

    private async Task Finds<T>(string request, string type, T argument, Func<JsonElement, T, bool> wanted)
    {
        string text = argument is DateTimeOffset at
            ? at.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture)
            : Convert.ToString(argument, CultureInfo.InvariantCulture)!;
        List<string> found = await account.Client.Ids(string.Format(CultureInfo.InvariantCulture, request, Uri.EscapeDataString(text)));
        string[] expected = [.. account.Emulator.Resources(type).Where(r => wanted(r, argument)).Select(r => r.GetProperty("id").GetString()!)];

        found.Order(StringComparer.Ordinal).Should().Equal(expected.Order(StringComparer.Ordinal));
        if (!request.Contains("{0}\")", StringComparison.Ordinal) || expected.Length > 0)
            expected.Length.Should().BeInRange(1, account.Emulator.Count(type) - 1, "a test in which all or nothing is found tests nothing");
    }

    private JsonElement Sample(string type) => account.Emulator.Resources(type)[5];

    private DateTimeOffset Boundary(string type, string name) => Instant(account.Emulator.Resources(type)[account.Emulator.Count(type) / 3], name)!.Value;

    private static DateTimeOffset? Instant(JsonElement resource, string name) =>
        Text(resource, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static string? Text(JsonElement resource, string name) => resource.GetProperty("attributes").GetProperty(name).GetString();

    // Null anywhere on the way means none.
    private static JsonElement[] Suppressions(JsonElement profile)
    {
        JsonElement found = profile;
        foreach (string name in new[] { "attributes", "subscriptions", "email", "marketing", "suppression" })
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
                return [];
        }

        return found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray()] : [];
    }

    private static string[] Related(JsonElement resource, string name)
    {
        JsonElement data = resource.GetProperty("relationships").GetProperty(name).GetProperty("data");
        return data.ValueKind switch
        {
            JsonValueKind.Array => [.. data.EnumerateArray().Select(i => i.GetProperty("id").GetString()!)],
            JsonValueKind.Null => [],
            _ => [data.GetProperty("id").GetString()!],
        };
    }
}
