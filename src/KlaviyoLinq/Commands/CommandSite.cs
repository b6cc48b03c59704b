using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Commands;

/// <summary>Makes the sites of commands.</summary>
internal static class CommandSite
{
    /// <param name="method">The method: <c>CreateAsync</c>.</param>
    /// <param name="argument">The C# of its argument; null where the compiler did not supply it.</param>
    /// <param name="file">The source file.</param>
    /// <param name="line">The line.</param>
    internal static Site Of(string method, string? argument, string? file, int line) =>
        new(method, argument ?? "", new KlaviyoCallSite(argument, file, line));
}
