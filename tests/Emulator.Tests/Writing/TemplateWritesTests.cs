using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

public sealed class TemplateWritesTests : WriteTests
{
    private const string Context =
        """{"first_name":"Ada","empty":"","zero":0,"none":null,"yes":true,"mark":"<b>","person":{"First Name":"Ada","tags":["a","b"],"age":36.5}}""";

    [Theory]
    [InlineData("Hello {{ first_name }}!", "Hello Ada!")]
    [InlineData("{{first_name}}{{ first_name }}", "AdaAda")]
    [InlineData("{{ person.age }} {{ person.tags.1 }}", "36.5 b")]
    [InlineData("{{ person|lookup:'First Name' }}", "Ada")]
    [InlineData("[{{ missing }}{{ none }}{{ person.missing.more }}]", "[]")]
    [InlineData("{{ missing|default:'friend' }} {{ empty|default:\"you\" }} {{ zero|default:1 }}", "friend you 1")]
    [InlineData("{{ first_name|default:'friend' }} {{ missing|default:first_name }}", "Ada Ada")]
    [InlineData("{{ yes }} {{ zero }}", "True 0")]
    [InlineData("{{ first_name|upper }} {{ first_name|lower }}", "ADA ada")]
    [InlineData("{{ mark }} {{ mark|safe }} {{ missing|default:'<i>' }}", "&lt;b&gt; <b> <i>")]
    [InlineData("{{ missing|default:'a|b}' }}", "a|b}")]
    [InlineData("a{# a note #}b { c } {{ not closed", "ab { c } {{ not closed")]
    public async Task Variables_are_replaced_by_the_values_of_the_context(string html, string rendered)
    {
        Add(html);

        Answer answer = await Sends("POST", "/api/template-render", Render("T", Context), HttpStatusCode.Created);

        answer.Body.GetProperty("data").GetProperty("attributes").GetProperty("html").GetString().Should().Be(rendered);
        (await Read("/api/templates/T")).GetProperty("html").GetString().Should().Be(html, "nothing is changed");
    }

    [Fact]
    public async Task The_plain_text_is_not_escaped()
    {
        Emulator.Add("""{"type":"template","id":"T","attributes":{"name":"N","text":"{{ mark }}","html":null}}""");

        Answer answer = await Sends("POST", "/api/template-render", Render("T", Context), HttpStatusCode.Created);

        JsonElement attributes = answer.Body.GetProperty("data").GetProperty("attributes");
        attributes.GetProperty("text").GetString().Should().Be("<b>");
        attributes.GetProperty("html").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("{% if first_name %}x{% endif %}", "{% if first_name %}")]
    [InlineData("{{ first_name|slugify }}", "slugify")]
    [InlineData("{{ first_name|default }}", "default")]
    public async Task What_the_emulator_cannot_render_is_refused_by_name(string html, string named)
    {
        Add(html);

        (await IsRefused("POST", "/api/template-render", Render("T", Context), HttpStatusCode.BadRequest, "/data/id")).Should().Contain(named);
    }

    [Theory]
    [InlineData("""{"name":"Copy"}""", "Copy")]
    [InlineData("{}", "Copy of Welcome")]
    public async Task A_template_is_copied(string attributes, string name)
    {
        Add("<p>Hello</p>");

        Answer answer = await Sends("POST", "/api/template-clone", Clone("T", attributes), HttpStatusCode.Created);

        Id(answer).Should().NotBe("T");
        JsonElement copy = await Read($"/api/templates/{Id(answer)}");
        (copy.GetProperty("name").GetString(), copy.GetProperty("html").GetString()).Should().Be((name, "<p>Hello</p>"));
        copy.GetProperty("created").GetString().Should().Be("2026-09-01T12:00:00+00:00");
    }

    [Fact]
    public async Task An_account_has_a_thousand_templates_at_most()
    {
        Add("<p>Hello</p>");
        for (int i = 1; i < 1000; i++)
            Emulator.Add($$$"""{"type":"template","id":"T{{{i}}}","attributes":{"name":"N"}}""");

        (await IsRefused("POST", "/api/template-clone", Clone("T", "{}"), HttpStatusCode.BadRequest, "/data/")).Should().Contain("1000");

        Emulator.Count("template").Should().Be(1000);
    }

    [Fact]
    public async Task A_template_that_does_not_exist_is_neither_copied_nor_rendered()
    {
        await IsRefused("POST", "/api/template-clone", Clone("X", "{}"), HttpStatusCode.NotFound, "/data/id");
        await IsRefused("POST", "/api/template-render", Render("X", "{}"), HttpStatusCode.NotFound, "/data/id");
    }

    private void Add(string html) => Emulator.Add(
        $$$"""{"type":"template","id":"T","attributes":{"name":"Welcome","editor_type":"CODE","html":{{{JsonSerializer.Serialize(html)}}}}}""");

    private static string Clone(string id, string attributes) => $$$"""{"data":{"type":"template","id":"{{{id}}}","attributes":{{{attributes}}}}}""";

    private static string Render(string id, string context) =>
        $$$$"""{"data":{"type":"template","id":"{{{{id}}}}","attributes":{"context":{{{{context}}}}}}}""";
}
