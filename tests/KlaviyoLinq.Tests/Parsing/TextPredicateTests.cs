using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

[Trait("Category", "Culture")]
public sealed class TextPredicateTests(EmulatedAccount account) : QueryTests(account)
{
    private Profile Someone => Data.Profiles.First(p => p.Email is not null);

    [Fact]
    public async Task Equals_in_all_of_its_forms_is_equality()
    {
        string email = Someone.Email!;
        string request = $"/api/profiles?filter=equals(email,\"{email}\")&page[size]=100";
        IEnumerable<Profile> rows = Data.Profiles.Where(p => p.Email == email);

        await Answers(Klaviyo.Profiles.Where(p => p.Email!.Equals(email)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => email.Equals(p.Email)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => string.Equals(p.Email, email)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => string.Equals(email, p.Email, StringComparison.Ordinal)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => p.Email!.Equals(email, StringComparison.Ordinal)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => object.Equals(p.Email, email)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => p.Email!.ToString() == email), request, rows);
    }

    [Fact]
    public async Task Equality_that_ignores_case_or_follows_a_culture_is_refused_by_name()
    {
        foreach (StringComparison comparison in Enum.GetValues<StringComparison>().Where(value => value != StringComparison.Ordinal))
        {
            KlaviyoFinding finding = (
                await Refuses(Klaviyo.Profiles.Where(p => string.Equals(p.Email, "a", comparison)), KlaviyoFindingCode.IgnoringCaseNotSupported))
                .Single();
            finding.Fragment.Should().Be("string.Equals(p.Email, \"a\", comparison)");
            await Refuses(Klaviyo.Profiles.Where(p => p.Email!.Equals("a", comparison)), KlaviyoFindingCode.IgnoringCaseNotSupported);
            await Refuses(Klaviyo.Tags.Where(t => t.Name.Contains("a", comparison)), KlaviyoFindingCode.IgnoringCaseNotSupported);
        }

        await Refuses(Klaviyo.Tags.Where(t => t.Name.StartsWith("a", true, null)), KlaviyoFindingCode.IgnoringCaseNotSupported);
    }

    [Fact]
    public async Task Turning_a_member_to_one_case_is_refused_with_the_piece_that_does_it()
    {
        foreach (var query in new[]
        {
            Klaviyo.Profiles.Where(p => p.Email!.ToLower() == "a"), Klaviyo.Profiles.Where(p => p.Email!.ToUpper() == "A"),
            Klaviyo.Profiles.Where(p => p.Email!.ToLowerInvariant() == "a"), Klaviyo.Profiles.Where(p => "A" == p.Email!.ToUpperInvariant()),
        })
        {
            KlaviyoFinding finding = (await Refuses(query, KlaviyoFindingCode.IgnoringCaseNotSupported)).Single();
            finding.Fragment.Should().MatchRegex(@"^p\.Email\.To(Lower|Upper)(Invariant)?\(\)$");
            finding.Advice.Should().Contain("every spelling");
        }

        await Refuses(Klaviyo.Tags.Where(t => t.Name.ToLower().Contains("a")), KlaviyoFindingCode.IgnoringCaseNotSupported);
    }

    [Fact]
    public async Task Strings_in_order_are_refused()
    {
        (await Refuses(Klaviyo.Profiles.Where(p => string.Compare(p.Email, "m") > 0), KlaviyoFindingCode.PredicateNotTranslatable))
            .Single().Advice.Should().Contain("do not order strings");
        await Refuses(Klaviyo.Profiles.Where(p => p.Email!.CompareTo("m") < 0), KlaviyoFindingCode.PredicateNotTranslatable);
        await Refuses(Klaviyo.Profiles.Where(p => string.CompareOrdinal(p.Email, "m") == 0), KlaviyoFindingCode.PredicateNotTranslatable);
    }

    [Fact]
    public async Task Characters_and_ordinal_comparisons_are_looked_for()
    {
        await Answers(
            Klaviyo.Tags.Where(t => t.Name.Contains('a')), "/api/tags?filter=contains(name,\"a\")&page[size]=50",
            Data.Of<Tag>().Where(t => t.Name.Contains('a')));
        await Answers(
            Klaviyo.Tags.Where(t => t.Name.EndsWith('e')), "/api/tags?filter=ends-with(name,\"e\")&page[size]=50",
            Data.Of<Tag>().Where(t => t.Name.EndsWith('e')));
        await Answers(
            Klaviyo.Tags.Where(t => t.Name.Contains("a", StringComparison.Ordinal)),
            "/api/tags?filter=contains(name,\"a\")&page[size]=50",
            Data.Of<Tag>().Where(t => t.Name.Contains("a", StringComparison.Ordinal)));
        await Answers(
            Klaviyo.Tags.Where(t => t.Name.StartsWith("S", StringComparison.Ordinal)),
            "/api/tags?filter=starts-with(name,\"S\")&page[size]=50",
            Data.Of<Tag>().Where(t => t.Name.StartsWith("S", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Identifiers_and_addresses_become_text_by_ToString()
    {
        Guid id = new("0f8fad5b-d9cb-469f-a165-70867728950e");
        Uri address = new("https://example.com/a");
        await Answers(Klaviyo.Profiles.Where(p => p.ExternalId == id.ToString()), $"/api/profiles?filter=equals(external_id,\"{id}\")&page[size]=100", []);
        await Answers(
            Klaviyo.Profiles.Where(p => p.ExternalId == address.ToString()),
            "/api/profiles?filter=equals(external_id,\"https://example.com/a\")&page[size]=100", []);
        foreach (object value in new object[] { id, address, DayOfWeek.Friday, 5 })
            (await Refuses(Klaviyo.Profiles.Where(p => p.ExternalId!.Equals(value)), KlaviyoFindingCode.ValueKindMismatch))
                .Single().Advice.Should().Contain("ToString()");
    }

    [Fact]
    public async Task Parts_of_a_moment_arithmetic_and_free_form_keys_are_refused_with_the_way_out()
    {
        (await Refuses(Klaviyo.Profiles.Where(p => p.Created!.Value.Date == Since.Date), KlaviyoFindingCode.PredicateNotTranslatable))
            .Single().Advice.Should().Contain("both ends of the span");
        (await Refuses(
                Klaviyo.Profiles.Where(p => DateOnly.FromDateTime(p.Created!.Value.DateTime) == new DateOnly(2026, 3, 1)),
                KlaviyoFindingCode.PredicateNotTranslatable))
            .Single().Fragment.Should().Be("DateOnly.FromDateTime(p.Created.Value.DateTime)");
        (await Refuses(Klaviyo.Profiles.Where(p => p.Created!.Value.AddDays(7) > Since), KlaviyoFindingCode.PredicateNotTranslatable))
            .Single().Advice.Should().Contain("Move the arithmetic to the value");
        (await Refuses(Klaviyo.Images.Where(i => i.Size + 1 > 5), KlaviyoFindingCode.PredicateNotTranslatable)).Single().Fragment.Should().Be("i.Size + 1");
        (await Refuses(Klaviyo.Images.Where(i => (int)i.Size! == 5), KlaviyoFindingCode.PredicateNotTranslatable))
            .Single().Reason.Should().Contain("conversion");
        (await Refuses(Klaviyo.Profiles.Where(p => p.Properties["x"] == "y"), KlaviyoFindingCode.PredicateNotTranslatable))
            .Single().Advice.Should().Contain("free-form");
    }
}
