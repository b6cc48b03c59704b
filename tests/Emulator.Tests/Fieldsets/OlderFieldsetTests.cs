using System.Net;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Tests.Fieldsets;

/// <summary>The id in sparse fieldsets, which documents list since 2026-04-15.</summary>
public sealed class OlderFieldsetTests
{
    public static TheoryData<string> Revisions => [.. KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision)];

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task The_id_is_accepted_in_a_fieldset_exactly_where_the_revision_lists_it(string revision)
    {
        KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(revision)!;
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Catalogue = catalogue;
            options.Data = DataSize.Empty;
        });
        using EmulatorClient client = new(emulator, revision);
        int asked = 0;
        IEnumerable<ReadFacts> sets = catalogue.Reads
            .Where(operation => operation is { FilterRequired: false, IsClient: false, ParentType: null, IsCollection: true });
        foreach (ReadFacts operation in sets)
        {
            foreach (FieldsetFacts fieldset in operation.Fieldsets)
            {
                bool lists = fieldset.Members.Contains("id");
                Answer answer = await client.Get($"{operation.Path}?fields[{fieldset.ResourceType}]=id");

                answer.Status.Should().Be(
                    lists ? HttpStatusCode.OK : HttpStatusCode.BadRequest, "that is fields[{0}] of {1}", fieldset.ResourceType, operation.Path);
                lists.Should().Be(string.CompareOrdinal(revision, "2026-04-15") >= 0);
                asked++;
            }
        }

        asked.Should().BeGreaterThan(15);
    }
}
