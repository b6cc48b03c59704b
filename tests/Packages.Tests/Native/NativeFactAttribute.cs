namespace KlaviyoLinq.Packages.Tests.Native;

/// <summary>
/// A test that compiles to native code, for which the SDK needs a linker; it is skipped where there is none, unless <c>KLAVIYOLINQ_REQUIRE</c> names
/// native.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() =>
        Skip = IsRequired || OnPath("clang") || OnPath("gcc") ? null : "Neither clang nor gcc is installed (Debian: apt-get install clang).";

    private static bool IsRequired => (Environment.GetEnvironmentVariable("KLAVIYOLINQ_REQUIRE") ?? "").Split(' ').Contains("native");

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
