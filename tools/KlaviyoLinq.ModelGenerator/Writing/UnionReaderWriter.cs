using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the readers of unions: they look ahead for the telling members, and then read the object as what these say.</summary>
internal static class UnionReaderWriter
{
    internal static string Write(UnionModel union, ApiModel model, KlaviyoSpec spec, ReaderWriter values)
    {
        CodeWriter code = ReaderWriter.Start(model.Revision, union.Shared.Count > 0 ? ["KlaviyoLinq.Errors"] : []);
        code.Open($"internal static class {ReaderWriter.ClassName(union.Name)}");
        for (int index = 0; index < union.Uses.Count; index++)
        {
            if (index > 0)
                code.Line();
            Write(code, union, union.Uses[index], model, spec);
        }

        code.Line();
        WriteUnknown(code, union, values);
        code.Close();
        return code.ToString();
    }

    /// <summary>An alternative that is not known keeps its JSON, and has what all alternatives have wherever it can be read as they write it.</summary>
    private static void WriteUnknown(CodeWriter code, UnionModel union, ReaderWriter values)
    {
        if (union.Shared.Count > 0)
        {
            code.Line($"private static readonly MemberTable Members = new({string.Join(", ", union.Shared.Select(member => Literals.Text(member.WireName)))});");
            code.Line();
        }

        code.Open($"private static {union.UnknownName} ReadUnknown(ref JsonScanner json)");
        code.Line($"var unknown = new {union.UnknownName}();");
        if (union.Shared.Count > 0)
            WriteShared(code, union, values);
        code.Line("unknown.Json = JsonValues.MapItem(ref json);");
        code.Line("return unknown;");
        code.Close();
    }

    private static void WriteShared(CodeWriter code, UnionModel union, ReaderWriter values)
    {
        code.Line("JsonScanner ahead = json;");
        code.Line("int member = -1;");
        code.Open("while (ahead.NextMember(Members, ref member))");
        code.Line("JsonScanner value = ahead;");
        code.Line("ahead.SkipValue();");
        code.Open("try");
        code.Open("switch (member)");
        for (int place = 0; place < union.Shared.Count; place++)
        {
            code.Line($"case {place}:");
            code.Indent();
            code.Line($"unknown.{union.Shared[place].Name} = {values.Value(union.Shared[place], place, "value")};");
            code.Line("unknown.MarkReceived(member);");
            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Close();
        code.Open("catch (KlaviyoMaterializationException)");
        code.Line("// Written in another way than the known alternatives write it: it is left to the JSON.");
        code.Close();
        code.Close();
        code.Line();
    }

    private static void Write(CodeWriter code, UnionModel union, UnionUse use, ApiModel model, KlaviyoSpec spec)
    {
        code.Line("/// <summary>The scanner stands on the object's start, and afterwards on its end.</summary>");
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
            code.Line($"if ({Condition(use, spec.Component(alternative))})");
            code.Indent();
            code.Line($"return {ReaderWriter.ClassName(model.ClassOfComponent(alternative))}.ReadNew(ref json);");
            code.Outdent();
        }

        code.Line();
        code.Line("return ReadUnknown(ref json);");
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
