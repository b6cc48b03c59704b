using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Server;

public sealed class UndocumentedLinksTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Import_jobs_link_to_what_is_related_only_and_to_errors_without_a_slash_where_undocumented_values_are_wanted(bool undocumented)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.UndocumentedValues = undocumented);
        using EmulatorClient client = new(emulator);

        JsonElement job = (await client.Rows("/api/profile-bulk-import-jobs"))[0];
        JsonElement relationships = job.GetProperty("relationships");

        foreach (string name in new[] { "lists", "profiles", "import-errors" })
        {
            JsonElement links = relationships.GetProperty(name).GetProperty("links");
            links.TryGetProperty("self", out _).Should().Be(!undocumented);
            links.GetProperty("related")
                .GetString().Should().EndWith($"/{job.GetProperty("id").GetString()}/{name}{(undocumented && name == "import-errors" ? "" : "/")}");
        }
    }
}
