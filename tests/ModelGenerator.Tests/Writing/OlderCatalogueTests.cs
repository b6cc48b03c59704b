using KlaviyoLinq.Catalogue;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Writing;

/// <summary>What the library reads from its tables of differences is what the facts of the revision say.</summary>
public sealed class OlderCatalogueTests
{
    [Fact]
    public void The_library_holds_the_catalogues_of_all_distilled_revisions() =>
        KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision).Should().Equal(Repository.Revisions);

    [Fact]
    public void Every_operation_of_an_older_catalogue_is_that_of_its_facts()
    {
        foreach (KlaviyoSpec spec in Older)
        {
            KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(spec.Revision)!;
            catalogue.Operations.Select(OperationFace.Of).Should().Equal(spec.Operations.Select(OperationFace.Of), "that is {0}", spec.Revision);
            catalogue.Operations.Should().OnlyContain(operation => ReferenceEquals(catalogue.FindOperation(operation.Path), operation));
        }
    }

    [Fact]
    public void Every_attribute_of_an_older_catalogue_is_that_of_its_facts()
    {
        foreach (KlaviyoSpec spec in Older)
        {
            KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(spec.Revision)!;
            catalogue.Resources.Select(resource => resource.Type).Should().Equal(spec.Resources.Select(resource => resource.Type));
            foreach (ResourceSpec resource in spec.Resources)
            {
                ResourceFacts facts = catalogue.FindResource(resource.Type)!;
                facts.Relationships.Select(known => $"{known.Name} {known.ResourceType} {known.ToMany} {known.IdentifiersAlwaysSent} {known.IsVirtual}")
                    .Should().Equal(resource.Relationships.Select(known => $"{known.Name} {known.ResourceType} {known.ToMany} {known.IdentifiersAlwaysSent} {known.Virtual}"));
                Compare(facts.Attributes, resource.Attributes, spec, $"{spec.Revision} {resource.Type}");
            }
        }
    }

    private static KlaviyoSpec[] Older => RepositoryFacts.Older;

    /// <summary>Goes into what the catalogue holds; it ends where a component would hold itself.</summary>
    private static void Compare(IReadOnlyList<AttributeFacts> facts, IReadOnlyList<MemberSpec> members, KlaviyoSpec spec, string place)
    {
        // Thousands of comparisons: the assertion library is asked only where one fails.
        if (!facts.Select(Face).SequenceEqual(members.Select(Face)))
            facts.Select(Face).Should().Equal(members.Select(Face), place);
        foreach ((AttributeFacts attribute, MemberSpec member) in facts.Zip(members))
        {
            if (attribute.Members.Count > 0)
                Compare(attribute.Members, spec.Component(member.Component!).Members, spec, $"{place}.{member.Name}");
            foreach ((AlternativeFacts alternative, string name) in attribute.Alternatives.Zip(member.Alternatives))
                Compare(alternative.Members, spec.Component(name).Members, spec, $"{place}.{member.Name}|{name}");
        }
    }

    private static string Face(AttributeFacts facts) =>
        $"{facts.Name} {facts.Kind} {facts.IsArray} {facts.Nullable} {facts.Required} {string.Join('|', facts.Values)} {facts.Alternatives.Count}";

    private static string Face(MemberSpec member) =>
        $"{member.Name} {member.Kind} {member.Array} {member.Nullable} {member.Required} {string.Join('|', member.Values)} {member.Alternatives.Count}";
}
