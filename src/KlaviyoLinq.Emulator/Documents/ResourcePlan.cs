using KlaviyoLinq.Emulator.Fieldsets;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>
/// Template of the resources of one type in one answer: prepared bytes with gaps for the id, the attributes and the identifiers of relationships.
/// </summary>
internal sealed class ResourcePlan
{
    private readonly PlanPiece[] _pieces;

    private ResourcePlan(PlanBuilder builder, AttributeSelection? attributes = null)
    {
        _pieces = builder.Build();
        Attributes = attributes;
    }

    internal ReadOnlySpan<PlanPiece> Pieces => _pieces;

    internal AttributeSelection? Attributes { get; }

    /// <param name="layout">The type.</param>
    /// <param name="attributes">What is shown of the attributes.</param>
    /// <param name="included">The relationships that are included, and so send their identifiers.</param>
    /// <param name="baseAddress">What links begin with: <c>http://127.0.0.1:8080</c>.</param>
    /// <param name="undocumented">Whether links are written as they are seen where that is not as the document has them.</param>
    internal static ResourcePlan Whole(
        ResourceLayout layout, AttributeSelection attributes, IReadOnlyCollection<string> included, string baseAddress, bool undocumented)
    {
        string self = baseAddress + layout.Path + "/";
        PlanBuilder plan = new PlanBuilder().Text("{\"type\":\"" + layout.Type + "\",\"id\":\"").Id().Text("\"");
        if (layout.Members.Any(m => m.Place != MemberPlace.Hidden))
            plan.Text(",\"attributes\":").Gap(PlanGap.Attributes);
        RelationshipLayout[] shown = [.. layout.Relationships.Where(r => r.Shown)];
        for (int i = 0; i < shown.Length; i++)
        {
            plan.Text(i == 0 ? ",\"relationships\":{" : ",").Text("\"" + shown[i].Name + "\":{");
            if (shown[i].IdentifiersAlwaysSent || included.Contains(shown[i].Name))
                plan.Text("\"data\":").Gap(PlanGap.Identifiers, shown[i]).Text(",");
            plan.Text("\"links\":{");
            if (!undocumented || !HasUndocumentedLinks(layout))
                plan.Text("\"self\":\"" + self).PathId().Text("/relationships/" + shown[i].Name + "/\",");
            plan.Text("\"related\":\"" + self).PathId().Text("/" + shown[i].Name + (undocumented && shown[i].Name == "import-errors" ? "\"}}" : "/\"}}"));
        }
        plan.Text(shown.Length == 0 ? "" : "}").Text(",\"links\":{\"self\":\"" + self).PathId().Text("/\"}}");
        return new ResourcePlan(plan, attributes);
    }

    /// <summary>Type and id only, as the <c>/relationships/</c> operations answer.</summary>
    internal static ResourcePlan Identifier(ResourceLayout layout) =>
        new(new PlanBuilder().Text("{\"type\":\"" + layout.Type + "\",\"id\":\"").Id().Text("\"}"));

    /// <summary>Import jobs are seen to send <c>related</c> only, of their errors without the closing slash.</summary>
    private static bool HasUndocumentedLinks(ResourceLayout layout) => layout.Type == "profile-bulk-import-job";
}
