using System.Text;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the readers: one for each class, which finds its members by length and bytes.</summary>
internal sealed class ReaderWriter(ApiModel model)
{
    internal static string ClassName(string type) => type + "Reader";

    internal string Write(ClassModel type)
    {
        CodeWriter code = Start(model.Revision);
        code.Open($"internal static class {ClassName(type.Name)}");
        if (!type.IsResource)
        {
            code.Line("/// <summary>The reader stands on the object's start, and afterwards on its end.</summary>");
            code.Open($"internal static {type.Name} ReadNew(ref Utf8JsonReader json)");
            code.Line("JsonValues.ExpectObject(ref json);");
            code.Line($"var target = new {type.Name}();");
            code.Line("Read(ref json, target);");
            code.Line("return target;");
            code.Close();
            code.Line();
        }

        code.Line("/// <summary>The reader stands on the object's start, and afterwards on its end.</summary>");
        code.Open($"internal static void Read(ref Utf8JsonReader json, {type.Name} target)");
        WriteMembers(code, type.Received);
        code.Close();
        code.Close();
        return code.ToString();
    }

    internal static CodeWriter Start(string revision)
    {
        CodeWriter code = CodeWriter.ForFile(revision);
        code.Line("using System.Text.Json;");
        code.Line("using KlaviyoLinq.Model;");
        code.Line("using KlaviyoLinq.Model.Components;");
        code.Line();
        code.Line("namespace KlaviyoLinq.JsonApi.Generated;");
        code.Line();
        return code;
    }

    private void WriteMembers(CodeWriter code, IReadOnlyList<PropertyModel> members)
    {
        code.Open("while (JsonValues.NextMember(ref json))");
        if (members.Count > 0)
        {
            code.Line("ReadOnlySpan<byte> name = JsonValues.MemberName(ref json);");
            code.Open("switch (name.Length)");
            IEnumerable<IGrouping<int, (PropertyModel Member, int Ordinal)>> lengths = members
                .Select((member, ordinal) => (Member: member, Ordinal: ordinal))
                .GroupBy(member => Encoding.UTF8.GetByteCount(member.Member.WireName))
                .OrderBy(group => group.Key);
            foreach (IGrouping<int, (PropertyModel Member, int Ordinal)> length in lengths)
            {
                code.Line($"case {length.Key}:");
                code.Indent();
                foreach ((PropertyModel member, int ordinal) in length)
                {
                    code.Open($"if (name.SequenceEqual({Literals.Text(member.WireName)}u8))");
                    code.Line($"target.{member.Name} = {Value(member)};");
                    code.Line($"target.MarkReceived({ordinal});");
                    code.Line("continue;");
                    code.Close();
                    code.Line();
                }

                code.Line("break;");
                code.Outdent();
            }

            code.Close();
            code.Line();
        }

        code.Line("JsonValues.SkipValue(ref json);");
        code.Close();
    }

    private string Value(PropertyModel property)
    {
        MemberSpec member = property.Member!;
        if (member.Array)
            return $"JsonValues.ReadList{(member.Kind == MemberKind.Union || property.Enum is not null ? $"<{ItemType(property)}>" : "")}(ref json, {Item(property)}){(member.Nullable ? "" : " ?? []")}";
        bool sure = member is { Required: true, Nullable: false };
        if (property.Enum is not null)
            return sure
                ? $"new {property.Enum.Name}(JsonValues.ReadString(ref json) ?? \"\")"
                : $"JsonValues.ReadString(ref json) is {{ }} value ? new {property.Enum.Name}(value) : null";
        return member.Kind switch
        {
            MemberKind.String => "JsonValues.ReadString(ref json)" + (sure ? " ?? \"\"" : ""),
            MemberKind.DateTime => "JsonValues.ReadDateTime(ref json)" + (sure ? " ?? default" : ""),
            MemberKind.Date => "JsonValues.ReadDate(ref json)" + (sure ? " ?? default" : ""),
            MemberKind.Integer => "JsonValues.ReadInteger(ref json)" + (sure ? " ?? 0" : ""),
            MemberKind.Number => "JsonValues.ReadNumber(ref json)" + (sure ? " ?? 0" : ""),
            MemberKind.Boolean => "JsonValues.ReadBoolean(ref json)" + (sure ? " ?? false" : ""),
            MemberKind.Map => "JsonValues.ReadMap(ref json)",
            MemberKind.Scalar => "JsonValues.ReadScalar(ref json)",
            MemberKind.Any => "JsonValues.ReadAny(ref json)",
            _ => $"JsonValues.ReadObject<{property.Type}>(ref json, {Item(property)})",
        };
    }

    private static string ItemType(PropertyModel property) => property.Type.TrimEnd('?')["IReadOnlyList<".Length..^1];

    private string Item(PropertyModel property)
    {
        MemberSpec member = property.Member!;
        if (property.Enum is not null)
            return $"static (ref Utf8JsonReader item) => new {property.Enum.Name}(JsonValues.StringItem(ref item))";
        return member.Kind switch
        {
            MemberKind.Object => ClassName(model.ClassOfComponent(member.Component!)) + ".ReadNew",
            MemberKind.Union => $"{ClassName(model.Clusters.Of(member.Alternatives[0])!.Name)}.{model.Clusters.UseOf(member).Method}",
            MemberKind.Date => throw new SpecificationException("An array of dates has no item reader."),
            _ => $"JsonValues.{member.Kind}Item",
        };
    }
}
