using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Testing;

namespace KlaviyoLinq.Export.Tests;

/// <summary>Tests of the files' contents, compared with LINQ to Objects, and of the requests sent for them.</summary>
public sealed class ContentTests
{
    [Theory]
    [InlineData("profiles", "all.csv")]
    [InlineData("profiles", "all.parquet")]
    [InlineData("events", "all.csv")]
    [InlineData("events", "all.parquet")]
    public async Task Every_row_is_written_once_the_oldest_first(string resource, string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 430, Events = 2_300 });
        using ExportFolder folder = new();

        (int exitCode, string output, string errors) = await ExportProcess.RunAsync(emulator, resource, "--to", folder[name], "--part-rows", "150");

        exitCode.Should().Be(0, errors);
        (string header, List<string> rows) = await WrittenTable.ReadAsync(folder[name]);
        List<string> stored = StoredRows.Of(emulator, resource);
        header.Should().Be(string.Join('|', resource == "profiles" ? StoredRows.ProfileColumns : StoredRows.EventColumns));
        Sorted(rows).Should().Equal(Sorted(stored));
        Moments(rows, header).Should().Equal(Moments(stored, header));
        output.Should().Contain($"{stored.Count:N0} {resource} written");
        emulator.Requests.Should().OnlyContain(request => request.Path == "/api/" + resource && request.Status == 200);
    }

    [Theory]
    [InlineData("some.csv")]
    [InlineData("some.parquet")]
    public async Task Only_the_requested_columns_and_time_are_requested_from_Klaviyo(string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 300, Events = 900 });
        using ExportFolder folder = new();
        DateTimeOffset since = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset until = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

        await ExportProcess.RunAsync(
            emulator, "events", "--to", folder[name], "--columns", "metric,id,properties", "--since", "2026-02-01", "--until", "2026-04-01T14:00:00+02:00");

        (string header, List<string> rows) = await WrittenTable.ReadAsync(folder[name]);
        header.Should().Be("metric|id|properties");
        List<string> stored = StoredRows.Of(emulator, "events", ["metric", "id", "properties"], at => at > since && at < until);
        rows.Should().Equal(stored).And.HaveCountGreaterThan(100);
        Uri.UnescapeDataString(emulator.Requests[0].Query.TrimStart('?')).Should().Be(
            "filter=greater-than(datetime,2026-02-01T00:00:00Z),less-than(datetime,2026-04-01T12:00:00Z)&sort=datetime&include=metric&fields[event]=datetime,event_properties&fields[metric]=name&page[size]=1000");
    }

    [Theory]
    [InlineData("odd.csv")]
    [InlineData("odd.parquet")]
    public async Task Cells_hold_what_the_account_holds_whatever_signs_are_in_it(string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = DataSize.Empty);
        using ExportFolder folder = new();
        string[] names = ["a,b", "say \"hello\"", "two\r\nlines", " spaces ", "=1+1", "żółw 🐢", "'", "\t"];
        DateTimeOffset noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        emulator.Seed(names.Select((text, i) => new Profile { Id = "P" + i, FirstName = text, Created = noon.AddMinutes(i) }));

        await ExportProcess.RunAsync(emulator, "profiles", "--to", folder[name], "--columns", "first_name,last_name,created");

        (await WrittenTable.ReadAsync(folder[name])).Rows.Should()
            .Equal(names.Select((text, i) => $"{text}|{WrittenTable.Null}|{WrittenTable.Text(noon.AddMinutes(i))}"));
    }

    [Theory]
    [InlineData("later.csv")]
    [InlineData("later.parquet")]
    public async Task The_same_command_later_adds_what_is_new(string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 150, Events = 0 });
        using ExportFolder folder = new();
        string[] command = ["profiles", "--to", folder[name], "--columns", "id,created"];
        await ExportProcess.RunAsync(emulator, command);
        emulator.Seed(new Profile { Id = "NEWCOMER", Created = new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero) });

        (_, string output, _) = await ExportProcess.RunAsync(emulator, command);

        output.Should().Be($"1 profiles written to {folder[name]}; 151 in all.{Environment.NewLine}");
        (await WrittenTable.ReadAsync(folder[name])).Rows.Should().Equal(StoredRows.Of(emulator, "profiles", ["id", "created"]));
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> rows) => rows.Order(StringComparer.Ordinal);

    private static IEnumerable<string> Moments(IEnumerable<string> rows, string header)
    {
        int moment = Array.FindIndex(header.Split('|'), name => name is "created" or "datetime");
        return rows.Select(row => row.Split('|')[moment]);
    }
}
