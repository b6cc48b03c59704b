using KlaviyoLinq.Catalogue;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Writing;

/// <summary>The catalogues that the library reads from its tables hold the distilled facts of their revisions.</summary>
public sealed class TableCatalogueTests
{
    [Fact]
    public void The_library_holds_the_catalogues_of_all_distilled_revisions() =>
        KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision).Should().Equal(RepositoryFacts.Repository.Revisions);

    [Fact]
    public void Every_operation_of_a_catalogue_is_that_of_its_facts()
    {
        foreach (KlaviyoSpec spec in All)
        {
            KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(spec.Revision)!;
            catalogue.Reads.Select(OperationFace.Of).Should().Equal(spec.Operations.Select(OperationFace.Of), "that is {0}", spec.Revision);
            catalogue.Reads.Should().OnlyContain(operation => ReferenceEquals(catalogue.FindRead(operation.Path), operation));
        }
    }

    [Fact]
    public void Every_attribute_of_a_catalogue_is_that_of_its_facts()
    {
        foreach (KlaviyoSpec spec in All)
        {
            KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(spec.Revision)!;
            catalogue.Resources.Select(resource => resource.Type).Should().Equal(spec.Resources.Select(resource => resource.Type));
            foreach (ResourceSpec resource in spec.Resources)
            {
                ResourceFacts facts = catalogue.FindResource(resource.Type)!;
                facts.Relationships.Select(known => $"{known.Name} {known.ResourceType} {known.ToMany} {known.IdentifiersAlwaysSent} {known.IsVirtual}")
                    .Should().Equal(
                        resource.Relationships.Select(
                            known => $"{known.Name} {known.ResourceType} {known.ToMany} {known.IdentifiersAlwaysSent} {known.Virtual}"));
                Compare(facts.Attributes, resource.Attributes, spec, $"{spec.Revision} {resource.Type}");
            }
        }
    }

    [Fact]
    public void Every_type_leads_to_its_first_collection_and_to_its_first_single_resource()
    {
        foreach (KlaviyoSpec spec in All)
        {
            KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(spec.Revision)!;
            foreach (ResourceSpec resource in spec.Resources)
            {
                OperationSpec[] operations = [.. spec.Operations.Where(operation => operation.ResourceType == resource.Type)];
                catalogue.FindCollection(resource.Type)?.Path.Should()
                    .Be(operations.FirstOrDefault(operation => operation.Collection && !operation.Path.Contains('{'))?.Path);
                catalogue.FindSingle(resource.Type)?.Path.Should()
                    .Be(operations.FirstOrDefault(operation => !operation.Collection && operation.Path.EndsWith('}'))?.Path);
            }
        }
    }

    [Fact]
    public void A_revision_that_lacks_an_operation_or_a_type_does_not_take_it_from_a_newer_one()
    {
        KlaviyoCatalogue.Revision20260415.FindRead("/api/object-types").Should().BeNull();
        KlaviyoCatalogue.Revision20260415.FindResource("object-type").Should().BeNull();
        KlaviyoCatalogue.Revision20260415.FindCollection("object-type").Should().BeNull();
        KlaviyoCatalogue.Revision20221017.FindResource("object-type").Should().BeNull();
    }

    private static KlaviyoSpec[] All => [RepositoryFacts.Corrected, .. RepositoryFacts.Older];

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
