using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Creates, updates and deletes resources: one operation of each family for a type.</summary>
internal static class ResourceCommands
{
    internal static async Task<T> CreateAsync<T>(KlaviyoSet<T> set, T row, Site site, CancellationToken cancellationToken)
        where T : KlaviyoResource =>
        (await SaveAsync(set, row, Creation(set, row, site), cancellationToken).ConfigureAwait(false)).Saved;

    internal static async Task<T> UpdateAsync<T>(KlaviyoSet<T> set, T row, Site site, CancellationToken cancellationToken)
        where T : KlaviyoResource =>
        row.HasChanges ? (await SaveAsync(set, row, Update(set, row, row.Id, site), cancellationToken).ConfigureAwait(false)).Saved : row;

    internal static Task UpdateAsync<T>(KlaviyoReference<T> reference, Action<KlaviyoSetters<T>> set, Site site, CancellationToken cancellationToken)
        where T : KlaviyoResource
    {
        var setters = new KlaviyoSetters<T>();
        set(setters);
        WriteFacts operation = reference.Commands.Operation(TypeOf<T>(), WriteFamily.Update);
        return reference.Commands.SendAsync(
            new CommandDraft(operation, site)
            {
                Id = reference.Id,
                TypeName = typeof(T).Name,
                Write = json => setters.Write(json, operation.ResourceType!, reference.Id),
            },
            cancellationToken);
    }

    internal static Task DeleteAsync<T>(KlaviyoReference<T> reference, Site site, CancellationToken cancellationToken)
        where T : KlaviyoResource =>
        reference.Commands.SendAsync(
            new CommandDraft(reference.Commands.Operation(TypeOf<T>(), WriteFamily.Delete), site) { Id = reference.Id, TypeName = typeof(T).Name },
            cancellationToken);

    internal static async Task<Upserted<T>> AddOrUpdateAsync<T>(KlaviyoSet<T> set, T row, Site site, CancellationToken cancellationToken)
        where T : KlaviyoResource
    {
        if (row is Profile)
        {
            (T saved, int status) = await SaveAsync(set, row, Upsert(set, row, site), cancellationToken).ConfigureAwait(false);
            return new Upserted<T>(saved, status == 201);
        }

        try
        {
            return new Upserted<T>((await SaveAsync(set, row, Creation(set, row, site), cancellationToken).ConfigureAwait(false)).Saved, true);
        }
        catch (KlaviyoConflictException) when (ResourceKeys.IdOf(row) is not null)
        {
            string id = ResourceKeys.IdOf(row)!;
            CommandDraft update = Update(set, row, id, site, ResourceKeys.Parts);
            return new Upserted<T>((await SaveAsync(set, row, update, cancellationToken).ConfigureAwait(false)).Saved, false);
        }
    }

    private static CommandDraft Creation<T>(KlaviyoSet<T> set, T row, Site site)
        where T : KlaviyoResource
    {
        WriteFacts operation = set.Commands.Operation(row.ResourceType, WriteFamily.Create);
        return new CommandDraft(operation, site)
        {
            TypeName = typeof(T).Name,
            Write = json => ResourceBody.Write(json, row, operation, row.Id.Length > 0 && row.Received == 0 ? row.Id : null, isNew: true),
            NeedsAnswer = operation.AnswerType is not null,
            KeyId = ResourceKeys.IdOf(row),
            HasLinksAsync = (id, sent, token) => KeyedLinks.AreThereAsync(set.Queries, row.ResourceType, id, sent, token),
            Probe = CreationProbe.Of(set, row, set.Commands.Now),
        };
    }

    private static CommandDraft Upsert<T>(KlaviyoSet<T> set, T row, Site site)
        where T : KlaviyoResource
    {
        WriteFacts operation = set.Commands.Operation(row.ResourceType, WriteFamily.Upsert);
        return new CommandDraft(operation, site)
        {
            TypeName = typeof(T).Name,
            Write = json => ResourceBody.Write(json, row, operation, row.Id.Length > 0 ? row.Id : null, isNew: true),
            NeedsAnswer = true,
        };
    }

    private static CommandDraft Update<T>(KlaviyoSet<T> set, T row, string id, Site site, IReadOnlyCollection<string>? omitted = null)
        where T : KlaviyoResource
    {
        WriteFacts operation = set.Commands.Operation(row.ResourceType, WriteFamily.Update);
        return new CommandDraft(operation, site)
        {
            Id = id,
            TypeName = typeof(T).Name,
            Write = json => ResourceBody.Write(json, row, operation, id, isNew: false, omitted),
            Read = ReceivedMembers.Of(row),
        };
    }

    private static async Task<(T Saved, int Status)> SaveAsync<T>(KlaviyoSet<T> set, T row, CommandDraft draft, CancellationToken cancellationToken)
        where T : KlaviyoResource
    {
        var running = new RunningRow(row, draft);
        CommandAnswer answer = await set.Commands.SendAsync(draft, cancellationToken).ConfigureAwait(false);
        T saved = answer.Body.IsEmpty ? row : answer.ReadResource<T>();
        running.Accept(answer.Sent!);
        row.Id = saved.Id;
        return (saved, answer.Status);
    }

    private static string TypeOf<T>() => MemberMap.TypeOf(typeof(T))!;
}
