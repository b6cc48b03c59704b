using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the readers of unions: they look ahead for the telling members, and then read the object as what these say.</summary>
internal static class UnionReaderWriter
{
    internal static string Write(UnionModel union, ApiModel model, KlaviyoSpec spec)
    {
        CodeWriter code = ReaderWriter.Start(model.Revision);
        code.Open($"internal static class {ReaderWriter.ClassName(union.Name)}");
        for (int index = 0; index < union.Uses.Count; index++)
        {
            if (index > 0)
                code.Line();
            Write(code, union, union.Uses[index], model, spec);
        }

        code.Close();
        return code.ToString();
    }

    private static void Write(CodeWriter code, UnionModel union, UnionUse use, ApiModel model, KlaviyoSpec spec)
    {
        code.Line("/// <summary>The scanner stands on the object's start, and afterwards on its end.</summary>");
        code.Open($"internal static {union.Name} {use.Method}(ref JsonScanner json)");
        code.Line("JsonValues.ExpectObject(ref json);");
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
        WriteUnknown(code, union, use);
        code.Close();
    }

    /// <summary>What is not known keeps its JSON; of the shared members only the telling ones are filled, for nothing is sure of the others.</summary>
    private static void WriteUnknown(CodeWriter code, UnionModel union, UnionUse use)
    {
        code.Line($"var unknown = new {union.UnknownName}();");
        for (int ordinal = 0; ordinal < union.Shared.Count; ordinal++)
        {
            PropertyModel shared = union.Shared[ordinal];
            if (!use.Discriminators.Contains(shared.WireName) || shared.Member!.Kind != MemberKind.String)
                continue;
            string local = Local(shared.WireName);
            code.Open($"if ({local} is not null)");
            code.Line($"unknown.{shared.Name} = {(shared.Enum is null ? local : $"new {shared.Enum.Name}({local})")};");
            code.Line($"unknown.MarkReceived({ordinal});");
            code.Close();
            code.Line();
        }

        code.Line("unknown.Json = JsonValues.MapItem(ref json);");
        code.Line("return unknown;");
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
