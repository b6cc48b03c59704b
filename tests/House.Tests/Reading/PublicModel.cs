using System.Reflection;
using System.Runtime.CompilerServices;

namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>The public types of the model in a built assembly, written as <c>spec/model-api.txt</c> lists them.</summary>
internal static class PublicModel
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext _nullability = new();

    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
        [typeof(string)] = "string", [typeof(object)] = "object",
    };

    internal static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetExportedTypes().Where(
            type => type.Namespace == "KlaviyoLinq.Model" || type.Namespace?.StartsWith("KlaviyoLinq.Model.", StringComparison.Ordinal) == true);

    /// <summary>The type and its public members, in the list's order. A class has a constructor without parameters, which is not written.</summary>
    internal static string Write(Type type) => string.Join("\n  ", Members(type).Order(StringComparer.Ordinal).Prepend(Head(type)));

    private static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetConstructors()
            .Where(constructor => type.IsValueType || constructor.GetParameters().Length > 0)
            .Select(constructor => $"{type.Name}({Parameters(constructor)})"),
        .. type.GetMethods(Declared).Where(method => !method.IsSpecialName && !IsMadeByCompiler(method)).Select(Method),
        .. type.GetProperties(Declared).Select(Property),
        .. type.GetFields(Declared).Select(field => $"{field.FieldType.Name} {field.Name}"),
        .. type.GetEvents(Declared).Select(raised => $"event {raised.Name}"),
    ];

    private static string Head(Type type)
    {
        string kind = type.IsValueType ? "readonly record struct" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        string parent = type.IsValueType
            ? string.Join(", ", type.GetInterfaces().Where(face => !face.IsGenericType).Select(face => face.Name))
            : string.Join(", ", [type.BaseType!.Name, .. Markers(type)]);
        return $"{kind} {type.FullName} : {parent}";
    }

    private static IEnumerable<string> Markers(Type type) =>
        type.GetInterfaces().Where(face => face is { IsPublic: true, IsGenericType: false } && face.GetMembers().Length == 0)
            .Select(face => face.Name).Order(StringComparer.Ordinal);

    private static string Method(MethodInfo method) =>
        $"{Modifier(method)}{Name(method.ReturnType, null)} {method.Name}({Parameters(method)})";

    private static string Property(PropertyInfo property)
    {
        string accessors = property.GetSetMethod() is null ? "" : property.GetGetMethod() is null ? " { set; }" : " { get; set; }";
        return $"{Modifier(property.GetAccessors()[0])}{Name(property.PropertyType, _nullability.Create(property))} {property.Name}{accessors}";
    }

    private static string Modifier(MethodInfo method) =>
        method.IsStatic
            ? "static "
            : method.GetBaseDefinition() != method
            ? "override "
            : method.IsAbstract
            ? "abstract "
            : method is { IsVirtual: true, IsFinal: false }
            ? "virtual "
            : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType, null)} {parameter.Name}"));

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value, null) + "?";
        string name = _keywords.GetValueOrDefault(type) ?? type.Name.Split('`')[0];
        if (type.IsGenericType)
            name += $"<{string.Join(", ", type.GetGenericArguments().Select((argument, index) => Name(argument, nullability?.GenericTypeArguments[index])))}>";
        NullabilityState? state = nullability?.ReadState is NullabilityState.Unknown ? nullability.WriteState : nullability?.ReadState;
        return !type.IsValueType && state == NullabilityState.Nullable ? name + "?" : name;
    }

    private static bool IsMadeByCompiler(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute));
}
