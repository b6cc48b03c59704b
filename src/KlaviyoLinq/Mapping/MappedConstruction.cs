using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Mapping;

/// <summary>Constructs objects of a mapped class, with the constructor of the fewest parameters that fills every property together with the setters.</summary>
internal sealed class MappedConstruction
{
    private readonly ConstructorInfo _constructor;
    private readonly object?[] _defaults;

    private MappedConstruction(ConstructorInfo constructor, IReadOnlyList<MappedMember> parameters)
    {
        (_constructor, Parameters) = (constructor, parameters);
        _defaults = [.. constructor.GetParameters().Select(DefaultOf)];
    }

    /// <summary>The properties that are handed to the constructor, in the order of its parameters.</summary>
    internal IReadOnlyList<MappedMember> Parameters { get; }

    /// <summary>Makes an object.</summary>
    /// <param name="values">The values of <see cref="Parameters"/>; null for a parameter's default.</param>
    internal object Make(object?[] values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] ??= _defaults[i];
        return _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, values, null);
    }

    /// <exception cref="KlaviyoConfigurationException">No constructor can be called with what Klaviyo sends.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
    internal static MappedConstruction Of(Type type, IReadOnlyList<MappedMember> members)
    {
        if (type.IsAbstract)
            throw new KlaviyoConfigurationException(type.Name, $"{type.Name} cannot be mapped: it is abstract. Map the classes that derive from it.");
        MappedMember[] fixedMembers = [.. members.Where(member => member is { CanBeSet: false, IsStored: true })];
        (ConstructorInfo Constructor, MappedMember[] Parameters)[] possible =
        [
            .. from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
               let parameters = Bound(constructor, members)
               where parameters is not null
               orderby constructor.IsPublic descending, parameters.Length
               select (constructor, parameters),
        ];
        foreach ((ConstructorInfo constructor, MappedMember[] parameters) in possible)
            if (fixedMembers.All(parameters.Contains))
                return new MappedConstruction(constructor, parameters);

        MappedMember? unfilled = possible.Length == 0 ? null : fixedMembers.First(member => !possible[^1].Parameters.Contains(member));
        throw new KlaviyoConfigurationException(type.Name, unfilled is null
            ? $"{type.Name} cannot be mapped: each of its constructors has a parameter without a property of the same name and type. Add such a property, or a constructor without parameters (it may be private)."
            : $"{type.Name}.{unfilled.Property.Name} cannot be mapped: it cannot be set. Add 'init' or 'private set', or a parameter of the same name and type to the constructor.");
    }

    private static MappedMember[]? Bound(ConstructorInfo constructor, IReadOnlyList<MappedMember> members)
    {
        MappedMember?[] bound =
        [
            .. constructor.GetParameters().Select(parameter => members.FirstOrDefault(member =>
                member.Property.PropertyType == parameter.ParameterType
                    && string.Equals(member.Property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))),
        ];
        return bound.Contains(null) ? null : [.. bound.Select(member => member!)];
    }

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
    private static object? DefaultOf(ParameterInfo parameter) => parameter.HasDefaultValue && parameter.DefaultValue is { } value
        ? parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, value) : value
        : parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? Activator.CreateInstance(parameter.ParameterType)
            : null;
}
