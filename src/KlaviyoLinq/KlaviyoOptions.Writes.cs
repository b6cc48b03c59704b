using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <content>Commands.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>Gets the options of commands: how long the answer to a request on the wire is awaited after its command was cancelled.</summary>
    public KlaviyoWriteOptions Writes { get; private set; } = new();
}
