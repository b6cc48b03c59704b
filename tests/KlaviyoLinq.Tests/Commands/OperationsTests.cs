using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Each operation that writes or reports belongs to exactly one public command.</summary>
public sealed class OperationsTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Operations with several methods: those whose effects differ so much that a flag would not be seen.</summary>
    private static readonly Dictionary<string, string[]> _several = new()
    {
        ["cancel_campaign_send"] = ["CancelSendAsync", "RevertToDraftAsync"],
        ["bulk_unsubscribe_profiles"] = ["UnsubscribeAsync", "UnsubscribeGloballyAsync"],
        ["request_profile_deletion"] = ["DeleteAsync", "DeleteByEmailAsync", "DeleteByPhoneAsync"],
    };

    /// <summary>The markers whose generic commands send an operation of the family.</summary>
    private static readonly Dictionary<WriteFamily, Type> _markers = new()
    {
        [WriteFamily.Create] = typeof(ICreatable),
        [WriteFamily.Update] = typeof(IUpdatable),
        [WriteFamily.Delete] = typeof(IDeletable),
    };

    private static readonly OperationFacts[] _operations = [.. KlaviyoCatalogue.Newest.Operations.Where(operation => operation is WriteFacts or ReportFacts)];

    private static readonly ILookup<string, string> _named =
        (from type in typeof(KlaviyoContext).Assembly.GetTypes()
         from member in type.GetMembers(All)
         from id in member.GetCustomAttribute<OperationsAttribute>()?.Ids ?? []
         select (Id: id, member.Name)).Distinct().ToLookup(command => command.Id, command => command.Name);

    [Fact]
    public void There_are_141_operations() => _operations.Should().HaveCount(141);

    [Fact]
    public void Each_operation_belongs_to_exactly_one_command()
    {
        foreach (OperationFacts operation in _operations)
        {
            string[] commands = [.. _named[operation.Id].Order(StringComparer.Ordinal), .. Generic(operation)];
            string[] expected = _several.GetValueOrDefault(operation.Id) ?? [commands.FirstOrDefault() ?? "a command"];
            commands.Should().BeEquivalentTo(expected, "{0} is {1}", operation.Id, operation);
        }
    }

    [Fact]
    public void No_command_names_an_operation_that_does_not_exist() =>
        _named.Select(command => command.Key).Should().BeSubsetOf(_operations.Select(operation => operation.Id));

    private static IEnumerable<string> Generic(OperationFacts operation)
    {
        if (operation is WriteFacts { Family: WriteFamily.Upsert })
            yield return nameof(KlaviyoCommands.AddOrUpdateAsync);
        if (operation is WriteFacts { IsClient: false } write && _markers.TryGetValue(write.Family, out Type? marker)
            && Classes(write).Any(marker.IsAssignableFrom))
            yield return write.Family + "Async";
    }

    private static IEnumerable<Type> Classes(WriteFacts operation)
    {
        string? type = operation.ResourceType ?? KlaviyoCatalogue.Newest.FindRead(operation.Path)?.ResourceType;
        return typeof(KlaviyoContext).Assembly.GetTypes().Where(candidate =>
            typeof(KlaviyoResource).IsAssignableFrom(candidate) && !candidate.IsAbstract && MemberMap.TypeOf(candidate) == type && type is not null);
    }
}
