using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Revisions;

/// <summary>Projections of older revisions: each attribute alone, ids and counts, and single resources.</summary>
public sealed class OlderFieldsetTests
{
    /// <summary>Members that no projection can read alone, with the reason.</summary>
    private static readonly (string Member, string Reason)[] _unreachable =
    [
        ("campaign.send_strategy.options_", "The shape of a union's object in 2023 and 2024: c.SendStrategy.UnmappedMembers reads it."),
        ("included conversation.", "The document of 2026-04-15 lists the fieldset and describes no relationship of profiles to conversations."),
    ];

    public static TheoryData<string> Revisions => [.. KlaviyoCatalogue.Known.Skip(1).Select(catalogue => catalogue.Revision)];

    /// <summary>Each entry is translated; each member of each type is also requested, once, and its values are those of LINQ to Objects.</summary>
    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task A_projection_of_each_member_requests_exactly_that_member_and_gets_its_value(string revision)
    {
        await using RevisionAccount account = await RevisionAccount.OfAsync(revision);
        List<string> failures = [];
        HashSet<string> requested = [];
        foreach (ReadFacts operation in Reached(account))
        {
            foreach (
                (string type, string member) in operation.Fieldsets.SelectMany(fieldset => fieldset.Members.Select(member => (fieldset.ResourceType, member))))
            {
                bool isOwn = type == operation.ResourceType;
                bool isUnreachable = _unreachable.Any(known => $"{type}.{member}".StartsWith(known.Member, StringComparison.Ordinal)
                    || (!isOwn && $"included {type}.{member}".StartsWith(known.Member, StringComparison.Ordinal)));
                bool isRead = isOwn && requested.Add($"{type}.{member}");
                string? failure = await FailureAsync(account, operation, type, member, isRead);
                if (isUnreachable ? failure is null : failure is not null)
                    failures.Add($"{operation.Path} {type}.{member}: {failure ?? "can be read"}");
            }
        }

        failures.Should().BeEmpty();
        requested.Count.Should().BeGreaterThan(80);
    }

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task Ids_and_counts_request_no_member_that_the_revision_does_not_list(string revision)
    {
        await using RevisionAccount account = await RevisionAccount.OfAsync(revision);
        List<string> failures = [];
        foreach (ReadFacts operation in Reached(account).Where(operation => operation.IsCollection))
        {
            string id = account.Ids(operation).First();
            IKlaviyoQueryable<object> query = RevisionCases.Operations[operation.Path].Query(account.At, id);
            if (query.ElementType == typeof(string))
                continue;
            account.Emulator.ClearRequests();
            try
            {
                ParameterExpression resource = Expression.Parameter(query.ElementType, "x");
                IKlaviyoQueryable<object> ids = Projections.Of(query, resource, Expression.Property(resource, nameof(KlaviyoResource.Id)));
                string[] stored = [.. Stored(account, operation, id, query).Select(row => row.Id).Order(StringComparer.Ordinal)];
                if (!(await ids.ToListAsync()).Cast<string>().Order(StringComparer.Ordinal).SequenceEqual(stored))
                    failures.Add($"{operation.Path}: other ids");
                if (await query.CountAsync() is var count && count != stored.Length)
                    failures.Add($"{operation.Path}: {count} rows counted, not {stored.Length}");
                if (await query.AnyAsync() != stored.Length > 0)
                    failures.Add($"{operation.Path}: any row is wrong");
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                failures.Add($"{operation.Path}: {failure.GetType().Name}: {failure.Message}");
            }

            failures.AddRange(account.Emulator.Requests.SelectMany(request => request.Parameters)
                .Where(parameter => parameter.Key.StartsWith("fields[", StringComparison.Ordinal))
                .Where(parameter => operation.FindFieldset(parameter.Key[7..^1])?.Members.Contains(parameter.Value) != true)
                .Select(parameter => $"{operation.Path}: {parameter.Key}={parameter.Value}"));
        }

        failures.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task Single_resources_are_those_that_the_emulator_stores(string revision)
    {
        await using RevisionAccount account = await RevisionAccount.OfAsync(revision);
        List<string> failures = [];
        foreach (ReadFacts operation in Reached(account).Where(operation => operation is { IsCollection: false, ParentType: null }))
        {
            foreach (KlaviyoResource stored in account.Data.Of(operation.ResourceType).Take(3))
            {
                IKlaviyoQueryable<object> reference = RevisionCases.Operations[operation.Path].Query(account.At, stored.Id);
                foreach (string method in new[] { "GetAsync", "FindAsync" })
                {
                    try
                    {
                        Task task = (Task)reference.GetType().GetMethod(method, [typeof(CancellationToken)])!.Invoke(reference, [CancellationToken.None])!;
                        await task;
                        KlaviyoResource? found = (KlaviyoResource?)task.GetType().GetProperty("Result")!.GetValue(task);
                        if (found is null)
                            failures.Add($"{operation.Path} {method}: null");
                        else
                            failures.AddRange(Received(operation, found, stored).Select(member => $"{operation.Path} {method} {member}"));
                    }
                    catch (Exception failure) when (failure is not OutOfMemoryException)
                    {
                        failures.Add($"{operation.Path} {method}: {failure.GetType().Name}: {failure.Message}");
                    }
                }
            }
        }

        failures.Distinct().Should().BeEmpty();
    }

    private static async Task<string?> FailureAsync(RevisionAccount account, ReadFacts operation, string type, string member, bool isRead)
    {
        string id = account.Ids(operation).First();
        IKlaviyoQueryable<object> query = RevisionCases.Operations[operation.Path].Query(account.At, id);
        try
        {
            ParameterExpression resource = Expression.Parameter(query.ElementType, "x");
            IKlaviyoQueryable<object> projection = Projections.Of(query, resource, Row(operation, resource, type, member));
            string? fields = Uri.UnescapeDataString(projection.ToRequestUri().PathAndQuery).Split('?', '&')
                .SingleOrDefault(parameter => parameter.StartsWith($"fields[{type}]=", StringComparison.Ordinal))?.Split('=')[1];
            if (!IsRequested(operation.FindFieldset(type)!, member, fields, $"{type}.{member}"))
                return $"requests {fields}";
            return isRead ? Difference(Expected(account, operation, id, query, projection), await projection.ToListAsync()) : null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return $"{failure.GetType().Name}: {failure.Message}";
        }
    }

    /// <summary>
    /// Exactly the member; with it what distinguishes a union's alternatives; of a list the whole list, which 2022-10-17 describes as one object.
    /// </summary>
    private static bool IsRequested(FieldsetFacts fieldset, string member, string? fields, string name) =>
        fields == member
        || (member == "id" && fields is null)
        || (UnionMembers.All.Contains(name) && fields?.Split(',')[0] == member)
        || (member.Contains("suppressions.", StringComparison.Ordinal) && fields == member[..member.LastIndexOf('.')] && fieldset.Members.Contains(fields));

    /// <summary>Operations with a query. Two of 2023-07-15 declare that a campaign and a template come as a campaign-message.</summary>
    private static IEnumerable<ReadFacts> Reached(RevisionAccount account) => account.Catalogue.Reads
        .Where(operation => RevisionCases.Operations.ContainsKey(operation.Path))
        .Where(
            operation =>
                !(
                    account.Catalogue.Revision == "2023-07-15"
                        && operation.Path is "/api/campaign-messages/{id}/campaign" or "/api/campaign-messages/{id}/template"));

    /// <summary>The member, and the id of the row. A value of an object that may be missing is read as its nullable form.</summary>
    private static NewArrayExpression Row(ReadFacts operation, ParameterExpression resource, string type, string member)
    {
        Expression read = Projections.Read(operation, resource, type, member);
        if (member.Contains('.', StringComparison.Ordinal) && read.Type.IsValueType && Nullable.GetUnderlyingType(read.Type) is null)
            read = Expression.Convert(read, typeof(Nullable<>).MakeGenericType(read.Type));
        return Expression.NewArrayInit(typeof(object), Expression.Convert(read, typeof(object)), Expression.Property(resource, nameof(KlaviyoResource.Id)));
    }

    private static IEnumerable<object?[]> Expected(RevisionAccount account, ReadFacts operation, string id, IQueryable query, IQueryable projection)
    {
        Func<KlaviyoResource, object?> row = InMemory.Lambda(projection, "Select");
        return Stored(account, operation, id, query).Select(resource => (object?[])row(resource)!);
    }

    private static IEnumerable<KlaviyoResource> Stored(RevisionAccount account, ReadFacts operation, string id, IQueryable query)
    {
        List<Func<KlaviyoResource, bool>> conditions = InMemory.Conditions(query);
        return account.Data.Scope(operation, id).Where(resource => conditions.TrueForAll(condition => condition(resource)));
    }

    private static string? Difference(IEnumerable<object?[]> expected, List<object> rows)
    {
        string[] texts = [.. expected.Select(Text).Order(StringComparer.Ordinal)];
        string[] found = [.. rows.Select(Text).Order(StringComparer.Ordinal)];
        return texts.Except(found).Concat(found.Except(texts)).FirstOrDefault() is { } other ? $"another value: {other}"
            : texts.Length != found.Length ? $"{found.Length} rows, not {texts.Length}"
            : null;
    }

    /// <summary>The members of the answer that are not as they are stored, and those that are missing; additional fields come on request only.</summary>
    private static IEnumerable<string> Received(ReadFacts operation, KlaviyoResource found, KlaviyoResource stored) =>
        from property in found.GetType().GetProperties().Where(property => property.CanRead)
        let name = property.GetCustomAttribute<WireNameAttribute>()?.Name
        where name == "id"
            || (
                name is not null
                    && (found.WasReceived(name) || (stored.WasReceived(name) && !operation.AdditionalFields.Any(fieldset => fieldset.Members.Contains(name)))))
        where Text(property.GetValue(found)) != Text(property.GetValue(stored))
        select name;

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        DateTimeOffset moment => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        KlaviyoMap map => JsonSerializer.Serialize(JsonElement.Parse(map.ToString())),
        JsonElement json => json.GetRawText(),
        IKlaviyoEnum known => known.Value,
        KlaviyoResource resource => $"{resource.ResourceType} {resource.Id}",
        KlaviyoObject model => $"{{{string.Join(",", from property in model.GetType().GetProperties().Where(property => property.CanRead) where property.IsDefined(typeof(WireNameAttribute)) select $"{property.Name}:{Text(property.GetValue(model))}")}}}",
        IEnumerable items => $"[{string.Join(",", items.Cast<object?>().Select(Text))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
