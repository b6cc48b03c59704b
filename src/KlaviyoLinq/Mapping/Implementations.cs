using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace KlaviyoLinq.Mapping;

/// <summary>Finds the property of a class that a member of a base class or of an interface means.</summary>
internal static class Implementations
{
    /// <summary>The public property; null where there is none, as where an interface is implemented explicitly.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The methods of an interface are those of the properties that a query reads by it.")]
    [UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "Without the property the answer is null, which refuses more than it must and never less.")]
    [UnconditionalSuppressMessage(
        "Trimming", "IL2075", Justification = "Without the property the answer is null, which refuses more than it must and never less.")]
    internal static PropertyInfo? Find(Type type, PropertyInfo member)
    {
        if (member.GetMethod is not { IsStatic: false } getter || member.DeclaringType is not { } owner || !owner.IsAssignableFrom(type))
            return null;
        if (owner.IsInterface)
        {
            if (type.IsInterface || type.IsArray)
                return null;

            // A covariant interface is implemented by another one of its kind.
            Type[] contracts = type.GetInterfaces();
            InterfaceMapping map = type.GetInterfaceMap(contracts.Contains(owner) ? owner : contracts.First(owner.IsAssignableFrom));
            getter = map.TargetMethods[Array.FindIndex(map.InterfaceMethods, getter.HasSameMetadataDefinitionAs)];
        }

        return type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .FirstOrDefault(property => property.GetMethod is { } other && IsSame(other.GetBaseDefinition(), getter.GetBaseDefinition()));
    }

    private static bool IsSame(MethodInfo left, MethodInfo right) => left.DeclaringType == right.DeclaringType && left.HasSameMetadataDefinitionAs(right);
}
