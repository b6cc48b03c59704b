using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the readers: one for each class, with a table of its members.</summary>
internal sealed class ReaderWriter(ApiModel model)
{
    internal static string ClassName(string type) => type + "Reader";

    internal string Write(ClassModel type)
    {
        CodeWriter code = Start(model.Revision);
        code.Open($"internal static class {ClassName(type.Name)}");
        if (type.Received.Count > 0)
        {
            code.Line($"private static readonly MemberTable Members = new({string.Join(", ", type.Received.Select(member => Literals.Text(member.WireName)))});");
            code.Line();
        }

        if (!type.IsResource)
        {
            code.Line("/// <summary>The scanner stands on the object's start, and afterwards on its end.</summary>");
            code.Open($"internal static {type.Name} ReadNew(ref JsonScanner json)");
            code.Line($"var target = new {type.Name}();");
            code.Line("if (JsonValues.IsObject(ref json))");
            code.Indent();
            code.Line("Read(ref json, target);");
            code.Outdent();
            code.Line("return target;");
            code.Close();
            code.Line();
        }

        code.Line("/// <summary>The scanner stands on the object's start, and afterwards on its end.</summary>");
        code.Open($"internal static void Read(ref JsonScanner json, {type.Name} target{(type.IsResource ? ", ulong wanted" : "")})");
        WriteMembers(code, type.Received, type.IsResource ? "MemberTable.Wanted(member, wanted)" : "member");
        code.Close();
        code.Close();
        return code.ToString();
    }

    internal static CodeWriter Start(string revision, params ReadOnlySpan<string> usings)
    {
        CodeWriter code = CodeWriter.ForFile(revision);
        foreach (string name in usings)
            code.Line($"using {name};");
        code.Line("using KlaviyoLinq.Model;");
        code.Line("using KlaviyoLinq.Model.Components;");
        code.Line("using KlaviyoLinq.Scanning;");
        code.Line();
        code.Line("namespace KlaviyoLinq.JsonApi.Generated;");
        code.Line();
        return code;
    }

    private void WriteMembers(CodeWriter code, IReadOnlyList<PropertyModel> members, string wanted)
    {
        if (members.Count == 0)
        {
            code.Line("json.Skip();");
            return;
        }

        code.Line("int member = -1;");
        code.Open("while (json.NextMember(Members, ref member))");
        code.Open($"switch ({wanted})");
        for (int place = 0; place < members.Count; place++)
        {
            code.Line($"case {place}:");
            code.Indent();
            code.Line($"target.{members[place].Name} = {Value(members[place], place)};");
            code.Line("break;");
            code.Outdent();
        }

        code.Line("default:");
        code.Indent();
        code.Line("json.SkipValue();");
        code.Line("continue;");
        code.Outdent();
        code.Close();
        code.Line();
        code.Line("target.MarkReceived(member);");
        code.Close();
    }

    /// <summary>What reads the value of a member.</summary>
    internal string Value(PropertyModel property, int place, string json = "json")
    {
        MemberSpec member = property.Member!;
        if (member.Array)
            return $"JsonValues.{(member.Nullable ? "Read" : "Require")}List{(member.Kind == MemberKind.Union || property.Enum is not null ? $"<{ItemType(property)}>" : "")}(ref {json}, {Item(property)}){(member.Nullable && property.Initializer is not null ? " ?? []" : "")}";
        bool sure = member is { Required: true, Nullable: false };
        if (property.Enum is not null)
            return sure
                ? $"new {property.Enum.Name}(JsonValues.RequireString(ref {json}))"
                : $"JsonValues.ReadString(ref {json}) is {{ }} value{place} ? new {property.Enum.Name}(value{place}) : null";
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
            MemberKind.Object => ClassName(model.ClassOfComponent(member.Component!)) + ".ReadNew",
            MemberKind.Union => $"{ClassName(model.Clusters.Of(member.Alternatives[0])!.Name)}.{model.Clusters.UseOf(member).Method}",
            MemberKind.Date => throw new SpecificationException("An array of dates has no item reader."),
            _ => $"JsonValues.{member.Kind}Item",
        };
    }
}
