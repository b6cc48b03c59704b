using System.Runtime.CompilerServices;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>The names that the C# compiler makes up, and what the author wrote in their place.</summary>
internal static class CompilerNames
{
    /// <summary>Returns true for types that the compiler made: closures and anonymous types.</summary>
    internal static bool IsCompilerMade(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), false);

    internal static bool IsAnonymous(Type type) => IsCompilerMade(type) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    /// <summary>Returns true for members that the author did not write: <c>this</c> of a closure, the pair of rows that a query expression passes on.</summary>
    internal static bool IsHidden(string name) => name is ['<', '>', ..];

    /// <summary>
    /// A member's name as the author wrote it: <c>&lt;name&gt;P</c> is the parameter <c>name</c>, <c>&lt;Main&gt;g__Score|0_0</c> the local function
    /// <c>Score</c>.
    /// </summary>
    internal static string Member(string name)
    {
        if (name is not ['<', ..])
            return name;
        if (name.IndexOf("g__", StringComparison.Ordinal) is var local and >= 0)
            return name[(local + 3)..].Split('|')[0];
        string inner = name[1..].Split('>')[0];
        return inner.Length > 0 ? inner : "this";
    }

    /// <summary>A type's name as the author wrote it, without type arguments.</summary>
    internal static string Type(Type type) =>
        IsAnonymous(type) ? "an anonymous type"
        : type.Name is not ['<', ..] ? type.Name
        : type.Name.Contains("__", StringComparison.Ordinal) && !IsCompilerMade(type) ? type.Name[(type.Name.LastIndexOf("__", StringComparison.Ordinal) + 2)..]
        : "this";
}
