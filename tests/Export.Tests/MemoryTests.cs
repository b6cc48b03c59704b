using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Export.Tests;

/// <summary>An export has as little memory as it needs for a page and a part, however many rows there are.</summary>
[Collection("alone")]
public sealed class MemoryTests
{
    private const string Limit = "DOTNET_GCHeapHardLimit";
    private const string Megabytes40 = "0x2800000";

    [Theory]
    [InlineData("many.csv", "1000", true)]
    [InlineData("many.parquet", "1000", true)]
    [InlineData("many.parquet", "1000000", false)] // all rows in one part: what it is like where memory is not flat
    public async Task An_export_is_larger_than_the_memory_it_may_have(string name, string partRows, bool isEnough)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 60_000, Events = 0 });
        using ExportFolder folder = new();

        using ExportProcess process = ExportProcess.Start(
            emulator, ["profiles", "--to", folder[name], "--part-rows", partRows], (Limit, Megabytes40), ("DOTNET_DbgEnableMiniDump", "0"));
        (int exitCode, _, string errors) = await process.EndAsync();

        (exitCode == 0).Should().Be(isEnough, errors);
        if (isEnough)
            (await WrittenTable.ReadAsync(folder[name])).Rows.Should().HaveCount(60_000);
    }
}
