using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Rulings.Commands;

namespace KlaviyoLinq.Dialect.Tests.Rulings.Commands;

/// <summary>Each rule of commands with a body that it refuses, and the nearest body that it accepts.</summary>
public sealed class RuleCaseTests
{
    private const string Consent = """{"type":"profile-subscription-bulk-create-job","attributes":{"historical_import":true,"profiles":{"data":[{"type":"profile","attributes":{"email":"a@b.c","subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2026-01-01T00:00:00Z"}}}}}]}}}""";

    private static readonly DateTimeOffset _now = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<KlaviyoFindingCode, string, string, string> Twins => new()
    {
        {
            KlaviyoFindingCode.MemberNotInOperation, "create_flow",
            """{"type":"flow","attributes":{"name":"F","status":"draft","definition":{"triggers":[],"actions":[],"entry_action_id":null,"profile_filter":null}}}""",
            """{"type":"flow","attributes":{"name":"F","definition":{"triggers":[],"actions":[],"entry_action_id":null,"profile_filter":null}}}"""
        },
        {
            KlaviyoFindingCode.NullNotAssignable, "create_list",
            """{"type":"list","attributes":{"name":null}}""", """{"type":"list","attributes":{"name":"N","opt_in_process":null}}"""
        },
        {
            KlaviyoFindingCode.ValueNotWritable, "create_profile",
            """{"type":"profile","attributes":{"email":5}}""", """{"type":"profile","attributes":{"email":"a@b.c"}}"""
        },
        {
            KlaviyoFindingCode.RequiredRelationshipMissing, "create_coupon_code",
            """{"type":"coupon-code","attributes":{"unique_code":"C"}}""",
            """{"type":"coupon-code","attributes":{"unique_code":"C"},"relationships":{"coupon":{"data":{"type":"coupon","id":"A"}}}}"""
        },
        {
            KlaviyoFindingCode.RelationshipNotEditable, "create_profile",
            """{"type":"profile","attributes":{"email":"a@b.c"},"relationships":{"lists":{"data":[{"type":"list","id":"A"}]}}}""",
            """{"type":"profile","attributes":{"email":"a@b.c"}}"""
        },
        {
            KlaviyoFindingCode.IdAssigned, "create_list",
            """{"type":"list","id":"A","attributes":{"name":"N"}}""", """{"type":"list","attributes":{"name":"N"}}"""
        },
        {
            KlaviyoFindingCode.IdentifierMissing, "create_profile",
            """{"type":"profile","attributes":{"first_name":"J","email":null}}""", """{"type":"profile","attributes":{"first_name":"J","external_id":"x"}}"""
        },
        {
            KlaviyoFindingCode.ExactlyOneRequired, "request_profile_deletion",
            """{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile","id":"A","attributes":{"email":"a@b.c"}}}}}""",
            """{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile","attributes":{"email":"a@b.c"}}}}}"""
        },
        {
            KlaviyoFindingCode.ExactlyOneRequired, "bulk_suppress_profiles",
            """{"type":"profile-suppression-bulk-create-job"}""",
            """{"type":"profile-suppression-bulk-create-job","relationships":{"list":{"data":{"type":"list","id":"A"}}}}"""
        },
        {
            KlaviyoFindingCode.MemberNotCombinable, "update_segment",
            """{"type":"segment","id":"X1","attributes":{"name":"S","is_active":false}}""",
            """{"type":"segment","id":"X1","attributes":{"name":"S","is_active":true}}"""
        },
        {
            KlaviyoFindingCode.FullReplacementIncomplete, "update_image",
            """{"type":"image","id":"X1","attributes":{"hidden":true}}""", """{"type":"image","id":"X1","attributes":{"hidden":true,"name":"I"}}"""
        },
        {
            KlaviyoFindingCode.MaskedValueWritten, "update_webhook",
            """{"type":"webhook","id":"X1","attributes":{"endpoint_url":"https://a.example/*****"}}""",
            """{"type":"webhook","id":"X1","attributes":{"endpoint_url":"https://a.example/hook"}}"""
        },
        {
            KlaviyoFindingCode.ConsentTimeInvalid,
            "bulk_subscribe_profiles",
            Consent.Replace("\"historical_import\":true,", "", StringComparison.Ordinal),
            Consent
        },
        { KlaviyoFindingCode.ConsentTimeInvalid, "bulk_subscribe_profiles", Consent.Replace("2026-01", "2027-01", StringComparison.Ordinal), Consent },
        {
            KlaviyoFindingCode.TemplateBodyMismatch, "create_template",
            """{"type":"template","attributes":{"name":"T","editor_type":"CODE"}}""",
            """{"type":"template","attributes":{"name":"T","editor_type":"CODE","html":"<p>"}}"""
        },
        {
            KlaviyoFindingCode.ValueOutOfRange, "create_coupon",
            """{"type":"coupon","attributes":{"external_id":"10 OFF"}}""", """{"type":"coupon","attributes":{"external_id":"10OFF"}}"""
        },
        { KlaviyoFindingCode.ValueOutOfRange, "create_event", Event("1989-12-31T23:59:59Z", "M"), Event("1990-01-01T00:00:00Z", "M") },
        { KlaviyoFindingCode.ValueOutOfRange, "create_event", Event("2027-07-15T12:00:01Z", "M"), Event("2027-07-15T12:00:00Z", "M") },
        { KlaviyoFindingCode.ValueOutOfRange, "create_event", Event("2026-01-01T00:00:00Z", new('m', 128)), Event("2026-01-01T00:00:00Z", new('m', 127)) },
        { KlaviyoFindingCode.TooManyItems, "add_profiles_to_list", Profiles(1_001), Profiles(1_000) },
        { KlaviyoFindingCode.BodyTooLarge, "bulk_import_profiles", Import("a", new('x', 100_000)), Import("a", new('x', 90_000)) },
        { KlaviyoFindingCode.IdentityConflict, "bulk_import_profiles", Import("b", ""), Import("a", "") },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public void A_rule_refuses_one_body_and_accepts_its_twin(KlaviyoFindingCode code, string operation, string refused, string accepted)
    {
        CommandRuling ruling = Body.Judge(operation, refused, with: form => form with { Now = _now });

        ruling.Command.Should().BeNull();
        ruling.Findings.Should().ContainSingle().Which.Code.Should().Be(code);
        Body.Judge(operation, accepted, with: form => form with { Now = _now }).Findings.Should().BeEmpty();
    }

    [Fact]
    public void A_navigation_and_an_id_that_disagree_are_refused() =>
        Body.Judge("create_list", """{"type":"list","attributes":{"name":"N"}}""", with: form => form with { Conflicts = ["tags"] })
            .Findings.Should().ContainSingle().Which.Code.Should().Be(KlaviyoFindingCode.NavigationAndIdDisagree);

    [Fact]
    public void Carets_stand_under_the_nested_member() =>
        Body.Judge(
            "create_profile", """{"type":"profile","attributes":{"email":"a@b.c","location":{"city":5}}}""",
            """new Profile { Email = "a@b.c", Location = new() { City = city } }""")
            .Findings.Should().ContainSingle().Which.Should().Match<KlaviyoFinding>(finding =>
                finding.Fragment == "City = city" && finding.Reason.Contains("Location.City (location.city)", StringComparison.Ordinal));

    [Fact]
    public void Notes_refuse_nothing()
    {
        CommandRuling ruling = Body.Judge(
            "update_profile", """{"type":"profile","id":"X1","attributes":{"location":{"city":"C"}}}""",
            with: form => form with { Requests = 100, Computed = ["first_name"] });

        ruling.Command.Should().NotBeNull();
        ruling.Notes.Select(note => note.Code).Should().BeEquivalentTo(
            [KlaviyoFindingCode.ManySingleRequests, KlaviyoFindingCode.ReadThenWrite, KlaviyoFindingCode.PartialNestedObject]);
        Notes("create_list", """{"type":"list","attributes":{"name":"N","opt_in_process":"triple_opt_in"}}""")
            .Should().BeEquivalentTo([KlaviyoFindingCode.NotChecked, KlaviyoFindingCode.OutcomeCanBeUnknown]);
        Notes("delete_list", null).Should().Equal(KlaviyoFindingCode.EffectIrreversible);
    }

    [Fact]
    public void Appending_lowers_the_class_of_a_request()
    {
        Repeat("""{"type":"profile","id":"X1","attributes":{},"meta":{"patch_properties":{"append":{"a":1}}}}""").Should().Be(RepeatClass.Unsafe);
        Repeat("""{"type":"profile","id":"X1","attributes":{},"meta":{"patch_properties":{"unset":"a"}}}""").Should().Be(RepeatClass.Idempotent);

        static RepeatClass Repeat(string data) => Body.Judge("update_profile", data).Command!.Repeat;
    }

    [Fact]
    public void A_missing_operation_names_what_there_is() =>
        OperationRuling.Missing(new Site("RemoveAsync", "profile", KlaviyoCallSite.Unknown), "profile", WriteFamily.Delete)
            .Should().Match<KlaviyoFinding>(finding => finding.Code == KlaviyoFindingCode.OperationMissing
                && finding.Advice.Contains("POST /api/data-privacy-deletion-jobs", StringComparison.Ordinal));

    [Fact]
    public void Every_rule_names_members_of_its_body()
    {
        foreach (WriteFacts operation in KlaviyoCatalogue.Newest.Operations.OfType<WriteFacts>())
            foreach (BodyRuleFacts rule in operation.Rules)
                foreach (string path in rule.Paths.Select(path => rule.At.Length == 0 ? path : rule.At + "." + path).Append(rule.At))
                    Has(BodyFacts.Of(operation), path).Should().BeTrue("{0} has {1}", operation, path);

        static bool Has(AttributeFacts facts, string path)
        {
            AttributeFacts? found = facts;
            foreach (string name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
                found = found?.Members.FirstOrDefault(member => member.Name == name);
            return found is not null;
        }
    }

    private static IEnumerable<KlaviyoFindingCode> Notes(string operation, string? data) => Body.Judge(operation, data).Notes.Select(note => note.Code);

    private static string Event(string time, string metric) =>
        """{"type":"event","attributes":{"time":"T","properties":{},"metric":{"data":{"type":"metric","attributes":{"name":"M"}}},"profile":{"data":{"type":"profile","attributes":{"email":"a@b.c"}}}}}"""
            .Replace("\"T\"", $"\"{time}\"", StringComparison.Ordinal).Replace("\"M\"", $"\"{metric}\"", StringComparison.Ordinal);

    private static string Profiles(int count) =>
        "[" + string.Join(",", Enumerable.Range(0, count).Select(number => $$"""{"type":"profile","id":"{{number}}"}""")) + "]";

    private static string Import(string first, string image) =>
        """{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":[{"type":"profile","attributes":{"external_id":"A","image":"I"}},{"type":"profile","attributes":{"external_id":"b"}}]}}}"""
            .Replace("\"A\"", $"\"{first}\"", StringComparison.Ordinal).Replace("\"I\"", $"\"{image}\"", StringComparison.Ordinal);
}
