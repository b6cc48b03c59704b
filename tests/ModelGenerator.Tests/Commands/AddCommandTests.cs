using System.Text.Json.Nodes;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Commands;

public sealed class AddCommandTests
{
    private static readonly string _newest = Repository.DocumentOf(CopiedRepository.Original.DefaultDocuments, CopiedRepository.Original.Revision);

    private readonly StringWriter _output = new();

    [DocumentFact]
    public void Adding_the_newest_revision_as_if_it_were_new_writes_what_is_in_the_repository()
    {
        using CopiedRepository copy = CopiedRepository.BeforeNewest();
        string previous = copy.Repository.Revision;
        previous.Should().NotBe(CopiedRepository.Original.Revision);
        AddCommand.Run(copy.Repository, _newest, _output).Should().Be(0, _output.ToString());
        SortedDictionary<string, string> files = copy.Files();
        files.Keys.Should().Contain(
            "src/KlaviyoLinq/Model/Generated/Tag/Tag.g.cs").And.HaveCountGreaterThan(400).And.NotContain(Repository.WritesPathOf(previous));
        files.Where(file => CopiedRepository.Original.Read(file.Key) != file.Value).Select(file => file.Key).Should().BeEmpty();
        _output.ToString()
            .Should().Contain($"- Revision {CopiedRepository.Original.Revision} is the newest, after {previous}:").And.NotContain("To decide first");
    }

    [DocumentFact]
    public void A_change_of_each_kind_is_reported_and_what_a_person_must_decide_is_all_that_is_left_to_edit()
    {
        using var copy = new CopiedRepository();
        Repository repository = copy.Repository;
        string newest = repository.Revision;
        repository.Write("docs/a-page.md", $"The newest revision is {newest}.");
        AddCommand.Run(repository, copy.Document(NextDocument.From(_newest)), _output).Should().Be(1);
        Words(_output.ToString()).Should()
            .Contain("Operations: added `POST /api/tag-copies` (create_tag_copy); removed `DELETE /api/web-feeds/{id}`, `GET /api/coupons/{id}/coupon-codes`, `GET /api/coupons/{id}/relationships/coupon-codes`.").And
            .Contain("Fields: added `tag.color` (string); changed `metric.created` (string").And
            .Contain("Enum values: added `ThrottledSendStrategy.throttle_percentage 3`.").And
            .Contain("Filter operators: added `GET /api/tags filter name any` (list).").And
            .Contain("Sort keys: added `GET /api/tags sort rank`.").And
            .Contain("Bodies: added `POST /api/tags.color` (string").And
            .Contain("Rate limits: changed `GET /api/tags rate limit` (3/s, 60/m → 5/s, 60/m).").And
            .Contain("Page sizes: changed `GET /api/tags page` (1 to 50, 50 by default → 1 to 100, 50 by default).").And
            .Contain($"Files that name the revision before, to look at: - docs/a-page.md").And
            .Contain($"members: the member metric.created is not there or needs no correction at {NextDocument.Revision}. Older revisions do: add \"revisions\": [\"{newest}\", ").And
            .Contain("virtualRelationships: the relationship coupon.coupon-codes is not there or needs no correction").And
            .Contain("Missing: create_tag_copy. Not in the document: delete_web_feed.").And
            .Contain("/api/tags sorts by rank, for which tag has no typed member: use filterOnly.");
        ((Action)(() => GenerateCommand.Run(repository, "no documents", _output))).Should().Throw<SpecificationException>("a person has to decide first");

        Edit(repository, Repository.OverridesPath, overrides =>
        {
            string[] older = [.. repository.Revisions.Skip(1)];
            Entry(overrides["members"]!, "member", "created")["revisions"] = Array(older);
            Entry(overrides["virtualRelationships"]!, "resource", "coupon")["revisions"] = Array(
                older.Where(revision => Named(_output.ToString(), "coupon.coupon-codes", revision)));
            overrides["filterOnly"]!.AsArray().Add(new JsonObject
            {
                ["resource"] = "tag", ["field"] = "rank", ["name"] = "Rank", ["kind"] = "integer", ["reason"] = "A sort key without an attribute.",
            });
        });
        Edit(repository, Repository.WriteEvidencePath, evidence =>
        {
            JsonArray operations = evidence["operations"]!.AsArray();
            Entry(operations, "operation", "delete_web_feed")["operation"] = "create_tag_copy";
        });
        GenerateCommand.Run(repository, "no documents", _output).Should().Be(0, _output.ToString());
        CheckCommand.Run(repository, "no documents", _output).Should().Be(0, _output.ToString());
        repository.Read("src/KlaviyoLinq/Model/Generated/Tag/Tag.g.cs").Should().Contain("Rank").And.Contain("Color");
    }

    [DocumentFact]
    public void A_document_that_cannot_be_added_changes_nothing_and_the_error_says_why()
    {
        string newest = File.ReadAllText(_newest);
        string revision = CopiedRepository.Original.Revision;
        using var copy = new CopiedRepository();
        SortedDictionary<string, string> before = copy.Files();
        foreach ((string document, string message) in new[]
        {
            ("", "*is not JSON, or not all of it*"),
            ("openapi: 3.0.2", "*is not JSON, or not all of it*"),
            (newest[..(newest.Length / 2)], "*is not JSON, or not all of it*"),
            (newest[..^1], "*is not JSON, or not all of it*"),
            ("[]", "*is not an OpenAPI document of Klaviyo: it has no 'openapi'."),
            ("""{ "swagger": "2.0" }""", "*it has no 'openapi'."),
            ("""{ "openapi": "3.0.2", "info": { "title": "Pets" } }""", "*it has no 'info.version'."),
            ("""{ "openapi": "3.0.2", "info": { "version": "2099-01-15" }, "paths": {} }""", "*it has no 'components.schemas'."),
            ("""{ "openapi": "3.0.2", "info": { "version": "2099-01-15" }, "components": { "schemas": {} }, "paths": { "/pets": {} } }""", "*it has no path below '/api/'."),
            ("""{ "openapi": "3.0.2", "info": { "version": "2099-01-15" }, "components": { "schemas": {} }, "paths": { "/api/pets": { "get": {} } } }""",
                "GET /api/pets of the document cannot be read*"),
            ("""{ "openapi": "3.0.2", "info": { "version": "2099-01-15" }, "components": { "schemas": {} }, "paths": { "/api/pets": { "post": {} } } }""",
                "POST /api/pets of the document cannot be read*"),
            (newest, $"Revision {revision} is already in spec/*"),
            (Versioned("2021-01-15"), $"*is of revision 2021-01-15. Only a revision newer than {revision} can be added."),
            (Versioned("2099-01-15.pre"), "*'2099-01-15.pre', which is not a stable revision*"),
            (Versioned("../2099-01-15"), "*'../2099-01-15', which is not a stable revision*"),
        })
        {
            Action adding = () => AddCommand.Run(copy.Repository, copy.Document(document), _output);
            adding.Should().Throw<SpecificationException>().WithMessage(message);
            copy.Files().Should().Equal(before);
        }

        Action missing = () => AddCommand.Run(copy.Repository, "nowhere.json", _output);
        missing.Should().Throw<SpecificationException>().WithMessage("There is no document at nowhere.json.");

        string Versioned(string version) => newest.Replace($"\"version\":\"{revision}\"", $"\"version\":\"{version}\"", StringComparison.Ordinal)
            .Replace($"\"version\": \"{revision}\"", $"\"version\": \"{version}\"", StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_of_another_revision_than_their_file_is_named_after_are_refused()
    {
        using var copy = new CopiedRepository();
        copy.Repository.Write(Repository.SpecPathOf("2099-01-15"), copy.Repository.Read(copy.Repository.SpecPath)!);
        Action checking = () => CheckCommand.Run(copy.Repository, "no documents", _output);
        checking.Should().Throw<SpecificationException>().WithMessage($"spec/klaviyo-2099-01-15.json holds the facts of {CopiedRepository.Original.Revision}.");
    }

    /// <summary>The text with any white space as one space.</summary>
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Named(string report, string subject, string revision) =>
        report.Split('\n').Single(line => line.Contains(subject, StringComparison.Ordinal)).Contains($"\"{revision}\"", StringComparison.Ordinal);

    private static JsonNode Entry(JsonNode entries, string member, string value) => entries.AsArray().First(entry => (string)entry![member]! == value)!;

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static void Edit(Repository repository, string path, Action<JsonNode> edit)
    {
        JsonNode root = JsonNode.Parse(repository.Read(path)!)!;
        edit(root);
        repository.Write(path, root.ToJsonString());
    }
}
