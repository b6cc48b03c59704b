using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.QueryStrings;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Dispatch;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Processing of the requests of one account that write, and of reports.</summary>
internal sealed class WriteRequests(ServerSettings settings, ResourceStore store, DocumentPlans plans, NewIds ids, PendingWork work, string baseAddress)
{
    private static readonly string[] _contentTypes = ["application/vnd.api+json", "application/json"];

    private readonly DailyCounts _dailyChanges = new(settings.Time);

    /// <summary>Processes a request and writes the document of its answer.</summary>
    internal Outcome Process(PageBuffer to, OperationFacts operation, string? id, string target, IReadOnlyList<RawParameter> parameters, SentBody sent)
    {
        (AnswerFields fields, ApiError? misfit) = AnswerFields.Read(operation, ReaderOf(operation), parameters);
        if (misfit is not null)
            return misfit;
        bool isForm = operation is WriteFacts { IsForm: true };
        if (!sent.Bytes.IsEmpty && !(isForm ? sent.IsForm : _contentTypes.Contains(sent.MediaType)))
            return ApiError.UnsupportedMediaType(sent.ContentType);
        (System.Text.Json.JsonElement? data, ApiError? fault) = isForm ? (null, null) : BodyReader.Read(operation, id, sent.Bytes);
        if (fault is not null)
            return fault;
        WriteHandler handler = WriteHandlers.Find(operation) ?? throw new InvalidOperationException($"Nothing carries out {operation}.");
        WriteCall call = new()
        {
            Facts = operation,
            Id = id,
            Data = data,
            Body = sent.Bytes,
            ContentType = sent.ContentType,
            Address = baseAddress + target,
            Parameters = parameters,
            Catalogue = settings.Catalogue,
            Store = store,
            Ids = ids,
            Work = work,
            DailyChanges = _dailyChanges,
            Time = settings.Time,
            LiveRules = settings.LiveRules,
        };
        WriteAnswer answer = default;
        store.Change(() =>
        {
            answer = handler(call);
            if (answer.Error is null)
                Write(to, answer, fields, target);
        });
        return new Outcome(answer.Status, answer.Error);
    }

    private void Write(PageBuffer to, WriteAnswer answer, AnswerFields fields, string target)
    {
        if (answer.Body.Length > 0)
            to.Write(answer.Body.Span);
        if (answer.Resource is not { } resource || answer.Status == 204)
            return;
        to.Write("{\"data\":"u8);
        if (answer.ShowsAttributes)
            ResourceWriter.Write(to, new Row(resource), plans.Whole(fields.Reader!, resource.Layout.Type, fields.Fields, fields.Additional, []));
        else
            WriteIdentifier(to, resource);
        PageLinks.WriteSelf(to, baseAddress + target);
        to.Write("}}"u8);
    }

    /// <summary>Writes a resource without its attributes. The live API sends an empty array in their place.</summary>
    private void WriteIdentifier(PageBuffer to, StoredResource resource)
    {
        to.Write("{\"type\":"u8);
        to.WriteString(resource.Layout.Type);
        to.Write(",\"id\":"u8);
        to.WriteString(resource.Id);
        to.Write(settings.LiveRules ? ",\"attributes\":[],\"links\":{\"self\":"u8 : ",\"links\":{\"self\":"u8);
        to.WriteString($"{baseAddress}{resource.Layout.Path}/{Uri.EscapeDataString(resource.Id)}/");
        to.Write("}}"u8);
    }

    /// <summary>The GET operation whose answers show a resource like those of this one.</summary>
    private ReadFacts? ReaderOf(OperationFacts operation) => operation is WriteFacts { AnswerType: { } type }
        ? settings.Catalogue.FindSingle(type) ?? settings.Catalogue.FindCollection(type)
        : null;
}
