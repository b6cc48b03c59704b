using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>The borders again, as the compiler left them in the built assemblies.</summary>
internal static class AssemblyLaw
{
    private const string Emulator = "KlaviyoLinq.Emulator";

    internal static IEnumerable<Offence> Judge(BuiltAssembly assembly, string rootNamespace) =>
        [.. JudgeReferences(assembly), .. JudgeEmulator(assembly), .. JudgePublicTypes(assembly, rootNamespace)];

    private static IEnumerable<Offence> JudgeReferences(BuiltAssembly assembly) =>
        from reference in assembly.References
        where assembly.Name == FloorLaw.Lowest ? reference != "netstandard" : Floors.OfProduct(reference) >= Floors.OfProduct(assembly.Name)
        select new Offence(assembly.Name, 0, $"It refers to {reference}. References point to lower floors only, and those of the lowest to netstandard.");

    private static IEnumerable<Offence> JudgeEmulator(BuiltAssembly assembly) =>
        from type in assembly.Name == Emulator ? assembly.UsedTypes : []
        where type.Assembly == FloorLaw.Lowest && !IsPolyfill(type.Namespace) && !EmulatorBorderLaw.IsOpenNamespace(type.Namespace)
        select new Offence(assembly.Name, 0, $"It uses {type.Namespace}.{type.Name}. Of the dialect the emulator may use the catalogue only.");

    // An `init` property of the catalogue carries the marker that netstandard2.0 lacks and the dialect brings along.
    private static bool IsPolyfill(string name) => name == "System.Runtime.CompilerServices";

    private static IEnumerable<Offence> JudgePublicTypes(BuiltAssembly assembly, string rootNamespace)
    {
        HashSet<string> open = 
        [
            .. PublicTypesLaw.Folders.Select(folder => folder.Length == 0 ? rootNamespace : $"{rootNamespace}.{folder.Replace('/', '.')}"),
            Namespaces.OfDependencyInjection,
        ];
        return
            from type in assembly.PublicTypes
            where !open.Contains(type.Namespace)
            select new Offence(assembly.Name, 0, $"{type.Namespace}.{type.Name} is public. Make it internal, or move it to the root folder, Model or Errors.");
    }
}
