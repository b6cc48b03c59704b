using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Including;
using KlaviyoLinq.Emulator.Paging;
using KlaviyoLinq.Emulator.QueryStrings;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Answers questions from the store.</summary>
internal sealed class Answers(ResourceStore store, DocumentPlans plans, string baseAddress, LinkForm form)
{
    /// <summary>Writes the answer, or says why there is none.</summary>
    internal ApiError? Write(PageBuffer to, Route route, QueryParameters query, string target, IReadOnlyList<RawParameter> parameters)
    {
        ReadFacts operation = route.Operation;
        StoredResource? parent = operation.ParentType is { } type ? store.Find(type, route.Id!) : null;
        if (operation.ParentType is { } parentType && parent is null)
            return ApiError.NoSuchResource(parentType, route.Id!);
        RelationshipLayout? relationship = parent?.Layout.FindRelationshipOfPath(operation.Relationship!);
        return operation.IsCollection
            ? WriteCollection(to, parent, relationship, query, target, parameters)
            : WriteSingle(to, route, parent, relationship, query, target);
    }

    private ApiError? WriteCollection(
        PageBuffer to, StoredResource? parent, RelationshipLayout? relationship, QueryParameters query, string target, IReadOnlyList<RawParameter> parameters)
    {
        Row[] rows = parent is not null ? store.Sorted(parent, relationship!, query.Order)
            : query.Filter?.Ids is { } ids ? Named(query, ids)
            : query.Order.IsFleeting ? Ordered(query)
            : store.Sorted(query.Operation.ResourceType, query.Order);
        Page page = new PageReader(rows, query.Order, query.Descending, query.Filter).Read(query.Cursor, query.PageSize);
        to.Write("{\"data\":["u8);
        WriteRows(to, page.Rows, PrimaryPlan(query));
        to.Write((byte)']');
        WriteIncluded(to, page.Rows, query);
        PageLinks links = new(baseAddress, target, parameters, form);
        links.Write(to, page, query.Identity);
        to.Write((byte)'}');
        return null;
    }

    /// <summary>The rows with these ids, in the requested order.</summary>
    private Row[] Named(QueryParameters query, IReadOnlyCollection<string> ids)
    {
        Row[] rows = [.. ids.Distinct(StringComparer.Ordinal)
            .Select(id => store.Find(query.Operation.ResourceType, id))
            .OfType<StoredResource>()
            .Select(r => new Row(r))];
        query.Order.Sort(rows);
        return rows;
    }

    private Row[] Ordered(QueryParameters query)
    {
        Row[] rows = [.. store.All(query.Operation.ResourceType).Select(resource => new Row(resource))];
        query.Order.Sort(rows);
        return rows;
    }

    private ApiError? WriteSingle(PageBuffer to, Route route, StoredResource? parent, RelationshipLayout? relationship, QueryParameters query, string target)
    {
        string type = query.Operation.ResourceType;
        Identifiers identifiers = relationship is null ? default : parent!.Related(relationship);
        string? id = parent is null ? route.Id : identifiers.Count > 0 ? identifiers[0] : null;
        StoredResource? resource = id is null ? null : store.Find(type, id);
        if (resource is null && parent is null)
            return ApiError.NoSuchResource(type, route.Id ?? "");
        to.Write("{\"data\":"u8);
        Row[] rows = resource is null ? [] : [new Row(resource)];
        if (resource is null)
            to.Write("null"u8);
        else
            WriteRows(to, rows, PrimaryPlan(query));
        WriteIncluded(to, rows, query);
        PageLinks.WriteSelf(to, baseAddress + target);
        to.Write("}}"u8);
        return null;
    }

    private ResourcePlan PrimaryPlan(QueryParameters query) => query.Operation.IdentifiersOnly
        ? plans.Identifier(query.Operation.ResourceType)
        : Plan(query, query.Operation.ResourceType, [.. query.Includes.Select(i => i.Relationship)]);

    private ResourcePlan Plan(QueryParameters query, string type, IReadOnlyCollection<string> included) => plans.Whole(
        query.Operation, type, query.Fields.GetValueOrDefault(type), query.AdditionalFields.GetValueOrDefault(type) ?? [], included);

    private void WriteIncluded(PageBuffer to, IReadOnlyList<Row> page, QueryParameters query)
    {
        if (query.Includes.Count == 0)
            return;
        to.Write(",\"included\":["u8);
        bool first = true;
        Dictionary<ResourceLayout, ResourcePlan> planned = [];
        foreach (Row row in IncludedResources.Of(page, query.Includes, store))
        {
            if (!first)
                to.Write((byte)',');
            first = false;
            if (!planned.TryGetValue(row.Resource.Layout, out ResourcePlan? plan))
                planned.Add(row.Resource.Layout, plan = Plan(query, row.Resource.Layout.Type, []));
            ResourceWriter.Write(to, row, plan);
        }
        to.Write((byte)']');
    }

    /// <summary>
    /// Touches all rows before the first is written: in an order that is not the store's their memory lies anywhere, and what is touched in one go is
    /// waited for together instead of row by row.
    /// </summary>
    private static void Fetch(IReadOnlyList<Row> rows)
    {
        int length = 0;
        for (int i = 0; i < rows.Count; i++)
            length += rows[i].Resource.Touch();
        GC.KeepAlive(length);
    }

    private static void WriteRows(PageBuffer to, IReadOnlyList<Row> rows, ResourcePlan plan)
    {
        int start = to.Length;
        Fetch(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            if (i > 0)
                to.Write((byte)',');
            ResourceWriter.Write(to, rows[i], plan);
            // The first row shows about how long the others will be.
            if (i == 0)
                to.Expect((to.Length - start) * rows.Count * 5 / 4);
        }
    }
}
