using KlaviyoLinq.ModelGenerator.Modelling;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>
/// Writes the lookups from a resource type to its class. Each class is named in a method of its own, so that the JIT loads no class that an answer
/// does not hold.
/// </summary>
internal static class ResourceReadersWriter
{
    internal static string Write(ApiModel model)
    {
        CodeWriter code = CodeWriter.ForFile(model.Revision);
        code.Line("using KlaviyoLinq.Model;");
        code.Line("using KlaviyoLinq.Scanning;");
        code.Line();
        code.Line("namespace KlaviyoLinq.Documents;");
        code.Line();
        code.Line("/// <summary>The kinds of resources that this version knows.</summary>");
        code.Open("internal static class ResourceReaders");
        WriteFind(code, model);
        code.Line();
        WriteKnownType(code, model);
        foreach (ClassModel type in model.Resources)
        {
            code.Line();
            code.Line($"private static KlaviyoResource New{type.Name}() => new {type.Name}();");
            code.Line();
            code.Line($"private static void Read{type.Name}(KlaviyoResource resource, ref JsonScanner json, ulong wanted) => (({type.Name})resource).Read(ref json, wanted);");
        }

        code.Close();
        return code.ToString();
    }

    private static void WriteFind(CodeWriter code, ApiModel model)
    {
        code.Line("/// <summary>Finds the kind of the resources of a type, or null for a type that this version does not know.</summary>");
        code.Open("internal static ResourceKind? Find(string type) => type switch");
        foreach (ClassModel type in model.Resources)
            code.Line($"{Literals.Text(type.WireName)} => new ResourceKind({Literals.Text(type.WireName)}, New{type.Name}, Read{type.Name}),");
        code.Line("_ => null,");
        code.Close(";");
    }

    private static void WriteKnownType(CodeWriter code, ApiModel model)
    {
        code.Line("/// <summary>Returns the type's wire name without allocating, or null for a type that this version does not know.</summary>");
        code.Open("internal static string? KnownType(ReadOnlySpan<byte> utf8Type)");
        code.Open("switch (utf8Type.Length)");
        foreach (IGrouping<int, ClassModel> length in model.Resources.GroupBy(type => type.WireName.Length).OrderBy(group => group.Key))
        {
            code.Line(Invariant($"case {length.Key}:"));
            code.Indent();
            foreach (ClassModel type in length)
            {
                code.Line($"if (utf8Type.SequenceEqual({Literals.Text(type.WireName)}u8))");
                code.Indent();
                code.Line($"return {Literals.Text(type.WireName)};");
                code.Outdent();
            }

            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Line();
        code.Line("return null;");
        code.Close();
    }
}
