using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes how a class reads itself: the table of its members, and the method that reads them.</summary>
internal sealed class ReaderWriter(ApiModel model)
{
    /// <summary>Comment of each reading method.</summary>
    internal const string Summary = "/// <summary>Reads an object: the scanner is at its start before, and at its end after.</summary>";

    internal static void WriteTable(CodeWriter code, IReadOnlyList<PropertyModel> received)
    {
        if (received.Count == 0)
        {
            code.Line("private protected override MemberTable? Members => null;");
            code.Line();
            return;
        }

        code.Line($"private static readonly MemberTable s_members = new({string.Join(", ", received.Select(member => Literals.Text(member.WireName)))});");
        code.Line();
        code.Line("private protected override MemberTable? Members => s_members;");
        code.Line();
    }

    internal void WriteRead(CodeWriter code, ClassModel type)
    {
        if (!type.IsResource)
        {
            code.Line(Summary);
            code.Open($"internal static {type.Name} ReadNew(ref JsonScanner json)");
            code.Line($"var target = new {type.Name}();");
            code.Line("if (JsonValues.IsObject(ref json))");
            code.Indent();
            code.Line("target.Read(ref json);");
            code.Outdent();
            code.Line("return target;");
            code.Close();
            code.Line();
        }

        if (type.IsResource)
            code.Line("/// <summary>Reads the attributes: the scanner is at the start of their object before, and at its end after.</summary>");
        code.Open(type.IsResource ? "internal void Read(ref JsonScanner json, ulong wanted)" : "private void Read(ref JsonScanner json)");
        WriteMembers(code, type);
        code.Close();
    }

    private void WriteMembers(CodeWriter code, ClassModel type)
    {
        IReadOnlyList<PropertyModel> members = type.Received;
        if (members.Count == 0)
        {
            code.Line("while (json.NextMember())");
            code.Indent();
            code.Line(type.IsResource ? "KeepUnmapped(ref json, -1, wanted);" : "KeepUnmapped(ref json);");
            code.Outdent();
            return;
        }

        code.Line("int member = -1;");
        code.Open("while (json.NextMember(s_members, ref member))");
        code.Open($"switch ({(type.IsResource ? "MemberTable.Wanted(member, wanted)" : "member")})");
        for (int place = 0; place < members.Count; place++)
        {
            code.Line(Invariant($"case {place}:"));
            code.Indent();
            code.Line($"{members[place].Field} = {Value(members[place], place)};");
            code.Line("break;");
            code.Outdent();
        }

        code.Line("default:");
        code.Indent();
        code.Line(type.IsResource ? "KeepUnmapped(ref json, member, wanted);" : "KeepUnmapped(ref json);");
        code.Line("continue;");
        code.Outdent();
        code.Close();
        code.Line();
        code.Line("MarkReceived(member);");
        code.Close();
    }

    /// <summary>The expression that reads the value of a member.</summary>
    internal string Value(PropertyModel property, int place, string json = "json")
    {
        MemberSpec member = property.Member!;
        if (member.Array)
            return $"JsonValues.{(member.Nullable ? "Read" : "Require")}List{(member.Kind == MemberKind.Union || property.Enum is not null ? $"<{ItemType(property)}>" : "")}(ref {json}, {Item(property)}){(member.Nullable && property.Initializer is not null ? " ?? []" : "")}";
        bool sure = member is { Required: true, Nullable: false };
        if (property.Enum is not null)
            return sure
                ? $"new {property.Enum.Name}(JsonValues.RequireString(ref {json}))"
                : Invariant($"JsonValues.ReadString(ref {json}) is {{ }} value{place} ? new {property.Enum.Name}(value{place}) : null");
        return member.Kind switch
        {
            MemberKind.String => $"JsonValues.ReadString(ref {json})" + (sure ? " ?? \"\"" : ""),
            MemberKind.DateTime or MemberKind.Date or MemberKind.Integer or MemberKind.Number or MemberKind.Boolean =>
                $"JsonValues.{(sure ? "Require" : "Read")}{member.Kind}(ref {json})",
            MemberKind.Map => $"JsonValues.ReadMap(ref {json})",
            MemberKind.Scalar => $"JsonValues.ReadScalar(ref {json})",
            MemberKind.Any => $"JsonValues.ReadAny(ref {json})",
            _ => $"JsonValues.ReadObject<{property.Type}>(ref {json}, {Item(property)})",
        };
    }

    private static string ItemType(PropertyModel property) => property.Type.TrimEnd('?')["IReadOnlyList<".Length..^1];

    private string Item(PropertyModel property)
    {
        MemberSpec member = property.Member!;
        if (property.Enum is not null)
            return $"static (ref JsonScanner item) => new {property.Enum.Name}(JsonValues.StringItem(ref item))";
        return member.Kind switch
        {
            MemberKind.Object => model.ClassOfComponent(member.Component!) + ".ReadNew",
            MemberKind.Union => $"{model.Clusters.Of(member.Alternatives[0])!.Name}.{model.Clusters.UseOf(member).Method}",
            MemberKind.Date => throw new SpecificationException("An array of dates has no item reader."),
            _ => $"JsonValues.{member.Kind}Item",
        };
    }
}
