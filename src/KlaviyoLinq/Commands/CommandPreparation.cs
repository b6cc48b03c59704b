using System.Buffers;
using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;

namespace KlaviyoLinq.Commands;

/// <summary>Writes and judges commands.</summary>
/// <param name="revision">The context's revision.</param>
/// <param name="companyId">The company of a client context; null where a credential identifies the account.</param>
/// <param name="isReadOnly">Whether the context refuses every command.</param>
/// <param name="time">The clock.</param>
/// <param name="showsValues">Whether findings may show the values of bodies.</param>
internal sealed class CommandPreparation(string revision, string? companyId, bool isReadOnly, TimeProvider time, bool showsValues = false)
{
    /// <summary>The context's clock.</summary>
    internal TimeProvider Time => time;

    /// <summary>The time, by the context's clock.</summary>
    internal DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Returns the commands as they may be sent.</summary>
    /// <exception cref="KlaviyoCommandRefusedException">One of them is refused; it holds the findings about all.</exception>
    internal IReadOnlyList<JudgedCommand> Judge(IReadOnlyList<CommandDraft> drafts)
    {
        List<JudgedCommand> commands = new(drafts.Count);
        List<KlaviyoFinding> findings = [];
        foreach (CommandDraft draft in drafts)
            if (Judge(draft, drafts.Count, findings) is { } command)
                commands.Add(command);
        return findings.Count == 0 ? commands : throw new KlaviyoCommandRefusedException(findings);
    }

    /// <summary>Judges a body, and adds the findings.</summary>
    internal CommandRuling Rule(CommandDraft draft, BodyTerm? data, int bytes, int requests, LinkFaults faults, List<KlaviyoFinding> findings)
    {
        findings.AddRange(ContextRules.Check(draft, revision, isReadOnly));
        CommandRuling ruling = CommandJudge.Judge(new CommandForm(draft.Operation, draft.Site)
        {
            Id = draft.Id,
            Data = data,
            BodyBytes = bytes,
            TypeName = draft.TypeName,
            Read = draft.Read,
            Conflicts = faults.Conflicts ?? [],
            Requests = requests,
            Now = Now,
            ShowsValues = showsValues,
        });
        findings.AddRange(ruling.Findings);
        findings.AddRange(ContextRules.Edited(draft, faults));
        return ruling;
    }

    /// <summary>Completes the address of a command.</summary>
    internal JudgedCommand Addressed(JudgedCommand judged) => judged with
    {
        Uri = (companyId is null ? judged.Draft.Query : "company_id=" + Uri.EscapeDataString(companyId)) is { } query
            ? $"{judged.Command.Path}?{query}"
            : judged.Command.Path,
    };

    private JudgedCommand? Judge(CommandDraft draft, int requests, List<KlaviyoFinding> findings)
    {
        int before = findings.Count;
        (byte[]? document, LinkFaults faults) = Write(draft);
        CommandRuling ruling = Rule(draft, document is null ? draft.Fields : BodyReader.Data(document), document?.Length ?? 0, requests, faults, findings);
        return findings.Count == before && ruling.Command is { } command
            ? Addressed(new JudgedCommand(draft, command, document, ruling.Notes) { Uri = "" })
            : null;
    }

    /// <summary>Writes the body of a command; null for one without a JSON body.</summary>
    internal static (byte[]? Document, LinkFaults Faults) Write(CommandDraft draft)
    {
        if (draft.Write is null)
            return (null, default);
        var buffer = new ArrayBufferWriter<byte>();
        // What is written is parsed before it is judged, so the writer does not have to check it as well.
        using var json = new Utf8JsonWriter(buffer, MemberWriter.Options);
        json.WriteStartObject();
        json.WritePropertyName("data"u8);
        LinkFaults faults = draft.Write(json);
        json.WriteEndObject();
        json.Flush();
        return (buffer.WrittenSpan.ToArray(), faults);
    }
}
