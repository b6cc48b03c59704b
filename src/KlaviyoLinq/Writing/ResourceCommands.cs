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
        where T : KlaviyoResource
    {
        CommandAnswer answer = await set.Commands.SendAsync(Creation(set, row, site), cancellationToken).ConfigureAwait(false);
        return Saved(row, answer);
    }

    internal static async Task<T> UpdateAsync<T>(KlaviyoSet<T> set, T row, Site site, CancellationToken cancellationToken)
        where T : KlaviyoResource
    {
        if (!row.HasChanges)
            return row;
        CommandAnswer answer = await set.Commands.SendAsync(Update(set, row, row.Id, site), cancellationToken).ConfigureAwait(false);
        return Saved(row, answer);
    }

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
            CommandAnswer answer = await set.Commands.SendAsync(Upsert(set, row, site), cancellationToken).ConfigureAwait(false);
            return new Upserted<T>(Saved(row, answer), answer.Status == 201);
        }

        try
        {
            CommandAnswer answer = await set.Commands.SendAsync(Creation(set, row, site), cancellationToken).ConfigureAwait(false);
            return new Upserted<T>(Saved(row, answer), true);
        }
        catch (KlaviyoConflictException) when (ResourceKeys.IdOf(row) is not null)
        {
            string id = ResourceKeys.IdOf(row)!;
            CommandAnswer answer = await set.Commands.SendAsync(Update(set, row, id, site, ResourceKeys.Parts), cancellationToken)
                .ConfigureAwait(false);
            return new Upserted<T>(Saved(row, answer), false);
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

    private static T Saved<T>(T row, CommandAnswer answer)
        where T : KlaviyoResource
    {
        T saved = answer.Body.IsEmpty ? row : answer.ReadResource<T>();
        row.Id = saved.Id;
        row.AcceptChanges();
        return saved;
    }

    private static string TypeOf<T>() => MemberMap.TypeOf(typeof(T))!;
}
