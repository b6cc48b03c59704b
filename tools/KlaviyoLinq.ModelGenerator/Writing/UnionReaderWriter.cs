using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes how unions are read: the discriminators are looked up first, then the object is read as the alternative that they name.</summary>
internal sealed class UnionReaderWriter(ApiModel model)
{
    private readonly ReaderWriter _values = new(model);

    internal void WriteUses(CodeWriter code, UnionModel union)
    {
        for (int index = 0; index < union.Uses.Count; index++)
        {
            if (index > 0)
                code.Line();
            Write(code, union, union.Uses[index]);
        }
    }

    /// <summary>
    /// Writes the reading of an unknown alternative: it keeps its JSON, and has the members of all alternatives where their values can be read.
    /// </summary>
    internal void WriteUnknown(CodeWriter code, UnionModel union)
    {
        code.Line(ReaderWriter.Summary);
        code.Open($"internal static {union.UnknownName} ReadNew(ref JsonScanner json)");
        code.Line($"var unknown = new {union.UnknownName}();");
        if (union.Shared.Count > 0)
            WriteShared(code, union);
        code.Line("unknown.Json = JsonValues.MapItem(ref json);");
        code.Line("return unknown;");
        code.Close();
    }

    private void WriteShared(CodeWriter code, UnionModel union)
    {
        code.Line("JsonScanner ahead = json;");
        code.Line("int member = -1;");
        code.Open("while (ahead.NextMember(s_members, ref member))");
        code.Line("JsonScanner value = ahead;");
        code.Line("ahead.SkipValue();");
        code.Open("try");
        code.Open("switch (member)");
        for (int place = 0; place < union.Shared.Count; place++)
        {
            code.Line(Invariant($"case {place}:"));
            code.Indent();
            code.Line($"unknown.{union.Shared[place].Field} = {_values.Value(union.Shared[place], place, "value")};");
            code.Line("unknown.MarkReceived(member);");
            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Close();
        code.Open("catch (KlaviyoMaterializationException)");
        code.Line("// Another type of value than the known alternatives have: it is kept in the JSON only.");
        code.Close();
        code.Close();
        code.Line();
    }

    private void Write(CodeWriter code, UnionModel union, UnionUse use)
    {
        code.Line(ReaderWriter.Summary);
        code.Open($"internal static {union.Name} {use.Method}(ref JsonScanner json)");
        code.Line("if (!JsonValues.IsObject(ref json))");
        code.Indent();
        code.Line($"return new {union.UnknownName}();");
        code.Outdent();
        foreach (string discriminator in use.Discriminators)
            code.Line($"string? {Local(discriminator)} = null;");
        code.Line("JsonScanner ahead = json;");
        code.Open("while (ahead.NextMember())");
        code.Line("ReadOnlySpan<byte> name = ahead.UnescapedText;");
        for (int index = 0; index < use.Discriminators.Count; index++)
        {
            code.Line($"{(index > 0 ? "else " : "")}if (name.SequenceEqual({Literals.Text(use.Discriminators[index])}u8))");
            code.Indent();
            code.Line($"{Local(use.Discriminators[index])} = JsonValues.ReadConstant(ref ahead);");
            code.Outdent();
        }

        code.Line("else");
        code.Indent();
        code.Line("ahead.SkipValue();");
        code.Outdent();
        code.Close();
        code.Line();
        foreach (string alternative in use.Alternatives)
        {
            code.Line($"if ({Condition(use, model.Facts.Component(alternative))})");
            code.Indent();
            code.Line($"return {model.ClassOfComponent(alternative)}.ReadNew(ref json);");
            code.Outdent();
        }

        code.Line();
        code.Line($"return {union.UnknownName}.ReadNew(ref json);");
        code.Close();
    }

    private static string Condition(UnionUse use, ComponentSpec alternative) => string.Join(
        " && ",
        from discriminator in use.Discriminators
        let constant = alternative.Members.FirstOrDefault(member => member.Name == discriminator)
        where constant is { Values.Count: > 0 }
        select $"{Local(discriminator)} is {string.Join(" or ", constant.Values.Select(Literals.Text))}");

    private static string Local(string discriminator)
    {
        string name = PascalCase.Of(discriminator);
        return char.ToLowerInvariant(name[0]) + name[1..] + "Value";
    }
}
