using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes how a class writes itself into the body of a request, and how it reports and accepts changes of the objects within it.</summary>
internal sealed class BodyWriter(ApiModel model)
{
    internal IEnumerable<string> MarkersOf(ClassModel type) => model.Markers(type.WireName).Order(StringComparer.Ordinal);

    internal static void WriteTable(CodeWriter code, IReadOnlyList<PropertyModel> tracked)
    {
        if (tracked.Count == 0)
        {
            code.Line("private protected override BodyTable? Tracked => null;");
            code.Line();
            return;
        }

        code.Line("private static BodyTable? s_body;");
        code.Line();
        code.Line($"private protected override BodyTable Tracked => s_body ??= new({string.Join(", ", tracked.Select(member => Literals.Text(member.WireName)))});");
        code.Line();
    }

    internal void WriteMembers(CodeWriter code, ClassModel type)
    {
        PropertyModel[] tracked = [.. type.Tracked];
        PropertyModel[] attributes = [.. tracked.Where(property => property.Relationship is null or { Embedded: true })
            .Where(property => property.Role != PropertyRole.RelationshipId && !property.IsDeclaredElsewhere)];
        if (attributes.Length > 0)
            WriteAttributes(code, tracked, attributes, type.IsResource ? _ => null : ConstantsOf(type));
        PropertyModel[] links = [.. tracked.Where(property => property.Role == PropertyRole.Relationship)];
        if (links.Length > 0)
            WriteRelationships(code, tracked, links);
        PropertyModel[] nested = [.. tracked.Where(IsNested)];
        if (nested.Length > 0)
            WriteNested(code, tracked, nested);
        if (type is { IsResource: true, WireName: "profile" })
            WriteMeta(code);
    }

    /// <summary>Writes the writing of an unknown alternative: its JSON as it was received.</summary>
    internal static void WriteUnknown(CodeWriter code)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("internal override void WriteMembers(Utf8JsonWriter json, BodyScope scope) => BodyJson.WriteMembers(json, Json);");
    }

    // A constant says which kind of object it is. It is written whether or not it was assigned, and an alternative of a union has its own.
    private Func<string, string?> ConstantsOf(ClassModel type)
    {
        Dictionary<string, string> constants = model.Facts.Component(type.WireName).Members
            .Where(member => member is { Required: true, Array: false, Kind: MemberKind.String, Values.Count: 1 })
            .ToDictionary(member => member.Name, member => member.Values[0]);
        return constants.GetValueOrDefault;
    }

    private static void WriteAttributes(CodeWriter code, PropertyModel[] tracked, PropertyModel[] attributes, Func<string, string?> constants)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Open("internal override void WriteMembers(Utf8JsonWriter json, BodyScope scope)");
        code.Line("BodyTable names = Tracked;");
        code.Line("ulong members = scope.Choose(Changed, Received, names);");
        code.Line("var body = new MemberWriter(json, names);");
        foreach (PropertyModel property in attributes)
        {
            int place = Array.IndexOf(tracked, property);
            code.Line(Invariant($"if ((members & (1UL << {place})) != 0)"));
            code.Indent();
            code.Line(Statement(property, place));
            code.Outdent();
            if (constants(property.WireName) is { } constant)
            {
                code.Line("else");
                code.Indent();
                code.Line(Invariant($"body.Write({place}, {Literals.Text(constant)});"));
                code.Outdent();
            }
        }

        code.Line("body.Flush();");
        code.Close();
    }

    private static string Statement(PropertyModel property, int place)
    {
        if (IsScalar(property))
            return Invariant($"body.Write({place}, {property.Field});");
        string start = Invariant($"(body.Flush(), names[{place}], {property.Field}");
        string name = Literals.Text(property.WireName);
        if (property.Relationship is not null)
            return $"BodyJson.WriteEmbedded{start}, scope.Within({name}));";
        return property.Member!.Kind switch
        {
            MemberKind.Object or MemberKind.Union => $"BodyJson.Write{start}, scope.Within({name}));",
            MemberKind.Map when !property.Member.Array => $"BodyJson.Write{start}, scope.WritesKeys({name}) && !WasAssigned({name}));",
            _ => $"BodyJson.Write{start});",
        };
    }

    // Consecutive scalars are put together. Any other value writes itself, after those before it.
    private static bool IsScalar(PropertyModel property) => property.Role == PropertyRole.FilterOnly
        || property.Member is { Array: false, Kind: not (MemberKind.Object or MemberKind.Union or MemberKind.Map or MemberKind.Any) };

    private static void WriteRelationships(CodeWriter code, PropertyModel[] tracked, PropertyModel[] links)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Open("internal override void WriteLinks(ref LinkWriter links)");
        foreach (PropertyModel property in links)
        {
            int place = Array.IndexOf(tracked, property);
            string name = Invariant($"s_body![{place}]");
            if (property.Relationship!.Embedded)
            {
                code.Line($"if (!links.Embeds({Literals.Text(property.WireName)}))");
                code.Indent();
            }

            code.Line(property.Relationship.ToMany
                ? Invariant($"links.Write{(property.IsMadeOnDemand ? "Editable" : "")}({name}, {property.Field}, IsAssigned({place}));")
                : Invariant($"links.Write({name}, {Literals.Text(property.Relationship.ResourceType)}, {property.Field}, IsAssigned({place}), {property.Field}Id, IsAssigned({place + 1}));"));
            if (property.Relationship.Embedded)
                code.Outdent();
        }

        code.Close();
    }

    private static bool IsNested(PropertyModel property) =>
        !property.IsDeclaredElsewhere
        && (property.Member?.Kind is MemberKind.Object or MemberKind.Union or MemberKind.Map || property.Relationship is { Editable: true, ToMany: true });

    private static void WriteNested(CodeWriter code, PropertyModel[] tracked, PropertyModel[] nested)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Open("private protected override ulong NestedChanges()");
        code.Line("ulong changed = 0;");
        foreach (PropertyModel property in nested)
        {
            code.Line($"if (Changes.In{(property.Relationship is null ? "" : "Links")}({property.Field}))");
            code.Indent();
            code.Line(Invariant($"changed |= 1UL << {Array.IndexOf(tracked, property)};"));
            code.Outdent();
        }

        code.Line("return changed;");
        code.Close();
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Open("private protected override void AcceptNested()");
        foreach (PropertyModel property in nested)
            code.Line($"Changes.Accept{(property.Relationship is null ? "" : "Links")}({property.Field});");
        code.Close();
    }

    private static void WriteMeta(CodeWriter code)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("internal override KlaviyoMap? PatchedProperties => _properties;");
    }
}
