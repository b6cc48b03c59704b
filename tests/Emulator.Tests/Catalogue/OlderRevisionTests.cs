using System.Text.Json;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Tests.Catalogue;

public sealed class OlderRevisionTests
{
    public static TheoryData<string> Revisions => [.. KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision)];

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task Every_revision_is_emulated_with_all_of_its_operations_and_data_in_its_collections(string revision)
    {
        KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(revision)!;
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Catalogue = catalogue);
        using HttpClient http = new() { BaseAddress = emulator.BaseAddress };
        http.DefaultRequestHeaders.Add("revision", revision);
        http.DefaultRequestHeaders.Add("Authorization", "Klaviyo-API-Key pk_tests");

        foreach (ReadFacts operation in catalogue.Reads.Where(o => !o.IsClient && !o.FilterRequired))
        {
            using HttpResponseMessage answer = await http.GetAsync(WithId(operation, emulator));
            string body = await answer.Content.ReadAsStringAsync();
            answer.IsSuccessStatusCode.Should().BeTrue("{0} of {1} answers, but: {2}", operation.Path, revision, body);
            using JsonDocument document = JsonDocument.Parse(body);
            if (!operation.Path.Contains('{'))
                document.RootElement.GetProperty("data").EnumerateArray().Should().NotBeEmpty("{0} of {1} has data", operation.Path, revision);
            answer.Headers.GetValues("X-Klaviyo-Api-Revision").Should().Equal(revision);
            answer.Headers.GetValues("X-Klaviyo-Api-Retirement-Date").Should().Equal(int.Parse(revision[..4]) + 2 + revision[4..]);
        }
    }

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task Undocumented_values_are_generated_at_every_revision(string revision)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Catalogue = KlaviyoCatalogue.For(revision)!;
            options.UndocumentedValues = true;
            options.Data = new DataSize { Profiles = 10, Events = 20 };
        });

        emulator.Count("event").Should().BeGreaterThan(20);
    }

    private static string WithId(ReadFacts operation, KlaviyoEmulator emulator)
    {
        int start = operation.Path.IndexOf('{');
        return start < 0
            ? operation.Path
            : operation.Path[..start] + emulator.Resources(operation.ParentType ?? operation.ResourceType)[0]
                .GetProperty("id") + operation.Path[(operation.Path.IndexOf('}') + 1)..];
    }
}
