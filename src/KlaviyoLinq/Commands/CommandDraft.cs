using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Commands;

/// <summary>A command as the program gives it, before its body is written and judged.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Site">The call: the method, the C# of its argument, and the place.</param>
internal sealed record CommandDraft(WriteFacts Operation, Site Site)
{
    /// <summary>The id in the path; null for an operation whose path has none.</summary>
    internal string? Id { get; init; }

    /// <summary>Writes the value of the document's <c>data</c>; null for a request without a JSON body.</summary>
    internal Func<Utf8JsonWriter, LinkFaults>? Write { get; init; }

    /// <summary>Makes the body of a form (<c>multipart/form-data</c>), once for each attempt.</summary>
    internal Func<HttpContent>? Form { get; init; }

    /// <summary>The query of the address, percent-encoded: the cursor of a report's page; null for none.</summary>
    internal string? Query { get; init; }

    /// <summary>The fields of the form, as they are judged.</summary>
    internal Forms.BodyObject? Fields { get; init; }

    /// <summary>The C# class of the entity; null where the body is not written from an entity.</summary>
    internal string? TypeName { get; init; }

    /// <summary>The wire paths of the members whose value was received.</summary>
    internal IReadOnlyCollection<string> Read { get; init; } = [];

    /// <summary>Looks for the effect of the command after a lost answer, with the time before the first attempt; null where no reading shows it.</summary>
    internal Func<CancellationToken, Task<Errors.KlaviyoResolution>>? Probe { get; init; }

    /// <summary>Indicates whether the program needs the body of the answer, so that a success without one is a lost answer.</summary>
    internal bool NeedsAnswer { get; init; }

    /// <summary>Requires that the program can read the answer. It runs within the attempt, so that a broken answer is a lost one.</summary>
    internal Action<CommandAnswer> Require { get; init; } = static answer => answer.RequireDocument();

    /// <summary>
    /// Determines whether the effect of the command is there already. It is called where a command is repeated after a lost answer and meets a conflict; null
    /// where no reading shows it.
    /// </summary>
    internal Func<CancellationToken, Task<bool>>? IsDoneAsync { get; init; }

    /// <summary>
    /// Determines whether the resource of an id has the relationships of a body and no other links in them. It is called where a keyed creation is repeated
    /// after a lost answer and meets a conflict; null where the body has none.
    /// </summary>
    internal Func<string, JsonElement, CancellationToken, Task<bool>>? HasLinksAsync { get; init; }

    /// <summary>The id of the resource that the body's key identifies; null where the key does not determine it.</summary>
    internal string? KeyId { get; init; }
}
