using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Reading;

namespace KlaviyoLinq.ModelGenerator.Tests.Reading;

public sealed class MergedSchemaTests
{
    private const string Schemas = """
        {
          "Place": { "type": "object", "properties": { "city": { "type": "string" } }, "required": ["city"] },
          "Base": { "type": "object", "properties": { "attributes": { "type": "object", "properties": { "a": { "type": "string" } } } } }
        }
        """;

    [Fact]
    public void A_keyword_beside_a_reference_counts()
    {
        MergedSchema schema = Merge("""{ "$ref": "#/components/schemas/Place", "nullable": true }""");
        schema.Nullable.Should().BeTrue();
        schema.Name.Should().Be("Place");
        schema.Requires("city").Should().BeTrue();
    }

    [Fact]
    public void Branches_that_describe_one_property_are_folded()
    {
        MergedSchema schema = Merge("""{ "allOf": [ { "properties": { "attributes": { "properties": { "b": { "type": "integer" } } } } }, { "$ref": "#/components/schemas/Base" } ] }""");
        MergedSchema attributes = MergedSchema.Of(schema.Property("attributes"), Schema);
        attributes.PropertyNames.Should().BeEquivalentTo("a", "b");
        attributes.Type.Should().Be("object");
    }

    [Fact]
    public void A_type_composed_of_several_schemas_bears_the_name_of_none() =>
        Merge("""{ "allOf": [ { "$ref": "#/components/schemas/Place" }, { "properties": { "zip": { "type": "string" } } } ] }""").Name.Should().BeNull();

    [Fact]
    public void One_schema_within_allOf_keeps_its_name() =>
        Merge("""{ "allOf": [ { "$ref": "#/components/schemas/Place" } ], "nullable": true }""").Name.Should().Be("Place");

    [Fact]
    public void An_unexpected_keyword_is_refused_by_name()
    {
        Action reading = () => Merge("""{ "type": "object", "additionalProperties": true }""");
        reading.Should().Throw<ModelGenerator.Spec.SpecificationException>().WithMessage("*additionalProperties*");
    }

    private static MergedSchema Merge(string schema) => MergedSchema.Of([JsonDocument.Parse(schema).RootElement], Schema);

    private static JsonElement Schema(string name) => JsonDocument.Parse(Schemas).RootElement.GetProperty(name);
}
