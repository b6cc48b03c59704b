using System.Text.Json;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Tests.Seeding;

/// <summary>Walks every attribute of every resource type, through objects and arrays, and for unions through the list of their alternatives.</summary>
public sealed class EveryAttributeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_attribute_of_every_type_has_a_value_somewhere_and_with_undocumented_values_null_where_it_may(bool undocumented)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.UndocumentedValues = undocumented);
        List<string> gaps = [];
        int walked = 0;
        foreach (ResourceFacts facts in KlaviyoCatalogue.Newest.Resources)
        {
            JsonElement[] resources = [.. emulator.Resources(facts.Type).Select(resource => resource.GetProperty("attributes"))];
            resources.Should().NotBeEmpty();
            foreach (AttributeFacts attribute in facts.Attributes.Where(attribute => !IsComputed(attribute)))
                Walk(facts.Type + " " + attribute.Name, attribute, Values(resources, attribute), mayBeAlone: resources.Length == 1);
        }

        string.Join('\n', gaps).Should().BeEmpty();
        walked.Should().BeGreaterThan(900);

        void Walk(string path, AttributeFacts facts, JsonElement[] values, bool mayBeAlone)
        {
            walked++;
            JsonElement[] known = [.. values.Where(value => value.ValueKind != JsonValueKind.Null)];
            // An account has one account resource, which cannot be both.
            if (undocumented && facts.Nullable && known.Length == values.Length && !mayBeAlone)
                gaps.Add(path + " is never null");
            JsonElement[] items = facts.IsArray ? [.. known.SelectMany(array => array.EnumerateArray())] : known;
            if (items.Length == 0)
            {
                // Where a definition contains itself, the catalogue does not say the members once more; what may be required is not known, so it stays empty.
                if (facts is { Kind: AttributeKind.Object, IsArray: true, Members.Count: 0 } && known.Length > 0)
                    return;
                gaps.Add(path + " is never populated");
                return;
            }

            if (facts.Kind == AttributeKind.Object)
                foreach (AttributeFacts member in facts.Members)
                    Walk(path + "." + member.Name, member, Values(items, member), mayBeAlone);
        }
    }

    // How many profiles a list has and since when a profile is in one are not kept but worked out.
    private static bool IsComputed(AttributeFacts attribute) => attribute.Name is "profile_count" or "joined_group_at";

    private static JsonElement[] Values(JsonElement[] owners, AttributeFacts member) =>
        [.. owners.Where(owner => owner.TryGetProperty(member.Name, out _)).Select(owner => owner.GetProperty(member.Name))];
}
