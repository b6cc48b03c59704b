using KlaviyoLinq;
using KlaviyoLinq.Samples.ResumableExport;

// Writes the ids and e-mail addresses of all profiles to a file, oldest first. Stop it at any moment, by any means, and start it again: it continues
// after the last line that reached the disk, so that every profile is in the file once.
//
//   dotnet run --project samples/ResumableExport -- profiles.txt        with KLAVIYO_API_KEY, and KLAVIYO_BASE_ADDRESS for an emulator
await using KlaviyoContext klaviyo = new(new KlaviyoOptions
{
    ApiKey = Environment.GetEnvironmentVariable("KLAVIYO_API_KEY") ?? "pk_emulator",
    BaseAddress = new Uri(Environment.GetEnvironmentVariable("KLAVIYO_BASE_ADDRESS") ?? "https://a.klaviyo.com/"),
    Prefetch = true,
});
using ExportFile file = ExportFile.Open(args is [string path, ..] ? path : "profiles.txt");

var profiles = klaviyo.Profiles.OrderBy(p => p.Created).Select(p => new { p.Id, p.Email }).PageSize(20).ResumeFrom(file.Checkpoint);
await foreach (var row in profiles.WithCheckpoints())
    file.Append(row.Item.Id, row.Item.Email, row.Checkpoint);
