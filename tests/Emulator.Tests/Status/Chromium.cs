using System.Diagnostics;

namespace KlaviyoLinq.Emulator.Tests.Status;

/// <summary>A browser without a window.</summary>
internal static class Chromium
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string? _program = _names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>
    /// Reason for which tests with a browser are skipped; null when they are not. Where <c>KLAVIYOLINQ_REQUIRE</c> names it, it must be there.
    /// </summary>
    internal static string? Missing =>
        _program is null && !(Environment.GetEnvironmentVariable("KLAVIYOLINQ_REQUIRE") ?? "").Split(' ').Contains("chromium")
            ? "Chromium is not installed (Debian: apt-get install chromium)."
            : null;

    /// <summary>The page as it stands after its scripts have had some time.</summary>
    /// <param name="address">The page.</param>
    /// <param name="time">How long its own clock runs; it does not take that long.</param>
    internal static Task<string> DomAsync(Uri address, TimeSpan time) =>
        RunAsync($"--virtual-time-budget={time.TotalMilliseconds:F0}", "--dump-dom", address.ToString());

    internal static Task<string> ScreenshotAsync(Uri address, string file) => RunAsync($"--screenshot={file}", "--window-size=1280,900", address.ToString());

    private static async Task<string> RunAsync(params string[] arguments)
    {
        string profile = Directory.CreateTempSubdirectory("chromium-").FullName;
        try
        {
            ProcessStartInfo start = new(_program ?? throw new InvalidOperationException("Chromium is required and not installed."))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (string argument in (string[])[
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir=" + profile, .. arguments
                ])
                start.ArgumentList.Add(argument);
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            try
            {
                string output = await process.StandardOutput.ReadToEndAsync().InTimeAsync();
                await process.WaitForExitAsync().InTimeAsync();
                process.ExitCode.Should().Be(0, "{0}", await errors);
                return output;
            }
            finally
            {
                process.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }
}
