using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Public commands by the operations that they send.</summary>
internal static class PublicCommands
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The markers whose generic commands send an operation of the family.</summary>
    private static readonly Dictionary<WriteFamily, Type> _markers = new()
    {
        [WriteFamily.Create] = typeof(ICreatable),
        [WriteFamily.Update] = typeof(IUpdatable),
        [WriteFamily.Delete] = typeof(IDeletable),
    };

    private static readonly Dictionary<Type, string> _sets = typeof(KlaviyoContext).GetProperties()
        .Where(property => property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KlaviyoSet<>))
        .ToDictionary(property => property.PropertyType.GetGenericArguments()[0], property => property.Name);

    /// <summary>The commands that name their operations: the id and the C#.</summary>
    internal static ILookup<string, string> Named { get; } =
        (from type in typeof(KlaviyoContext).Assembly.GetTypes()
         from member in type.GetMembers(All)
         from id in member.GetCustomAttribute<OperationsAttribute>()?.Ids ?? []
         select (Id: id, Text: Text(member, id))).Distinct().ToLookup(command => command.Id, command => command.Text);

    /// <summary>All operations that write, and the reports.</summary>
    internal static IReadOnlyList<OperationFacts> Operations { get; } =
        [.. KlaviyoCatalogue.Newest.Operations.Where(operation => operation is WriteFacts or ReportFacts)];

    /// <summary>Returns the commands that send an operation, as C#.</summary>
    internal static IReadOnlyList<string> Of(OperationFacts operation) => [.. Named[operation.Id].Order(StringComparer.Ordinal), .. Generic(operation)];

    private static IEnumerable<string> Generic(OperationFacts operation)
    {
        if (operation is WriteFacts { Family: WriteFamily.Upsert })
            yield return $"klaviyo.{_sets[typeof(Profile)]}.AddOrUpdateAsync";
        if (operation is WriteFacts { IsClient: false } write && _markers.TryGetValue(write.Family, out Type? marker))
            foreach (Type type in Classes(write).Where(marker.IsAssignableFrom))
                yield return $"klaviyo.{_sets[type]}{(write.Family == WriteFamily.Delete ? "[id]" : "")}.{write.Family}Async";
    }

    private static IEnumerable<Type> Classes(WriteFacts operation)
    {
        string? type = operation.ResourceType ?? KlaviyoCatalogue.Newest.FindRead(operation.Path)?.ResourceType;
        return typeof(KlaviyoContext).Assembly.GetTypes().Where(candidate =>
            typeof(KlaviyoResource).IsAssignableFrom(candidate) && !candidate.IsAbstract && type is not null && MemberMap.TypeOf(candidate) == type);
    }

    private static string Text(MemberInfo member, string id) => member switch
    {
        PropertyInfo related => $"{Receiver(Extended(related))}.{related.Name}.{LinkMethod(related.PropertyType, id)}",
        MethodInfo { IsStatic: true } extension => $"{Receiver(extension.GetParameters()[0].ParameterType)}.{extension.Name}",
        _ => $"{Facade(member.DeclaringType!)}.{member.Name}",
    };

    // The compiler declares an extension property in a type of its own, beside a method with the parameter that is extended.
    private static Type Extended(PropertyInfo property) =>
        typeof(KlaviyoRelated).GetMethods(All).Where(method => method.Name == "get_" + property.Name && method.ReturnType == property.PropertyType)
            .Select(method => method.GetParameters()[0].ParameterType)
            .First(type => property.DeclaringType!.GetNestedTypes(All | BindingFlags.NonPublic)
                .SelectMany(nested => nested.GetMethods(All | BindingFlags.NonPublic))
                .SelectMany(method => method.GetParameters()).Any(parameter => parameter.ParameterType == type));

    private static string LinkMethod(Type source, string id) => (id.Split('_')[0], source.Name) switch
    {
        ("remove" or "delete", _) => "RemoveAsync",
        ("update", "KlaviyoLink`1") => "SetAsync",
        ("update", "KlaviyoSchemaLinks`1") => "UpdateAsync",
        ("update", _) => "ReplaceAsync",
        _ => "AddAsync",
    };

    private static string Receiver(Type type) =>
        $"klaviyo.{_sets[type.GetGenericArguments()[0]]}{(type.GetGenericTypeDefinition() == typeof(KlaviyoReference<>) ? "[id]" : "")}";

    private static string Facade(Type type) =>
        type == typeof(KlaviyoClientContext) ? "client" : type == typeof(KlaviyoContext) ? "klaviyo" : "klaviyo." + type.Name["Klaviyo".Length..];
}
