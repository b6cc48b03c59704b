using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CsCheck;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>The body holds exactly the members that were assigned, of every class of the model.</summary>
public sealed class AssignedMembersTests
{
    private static readonly Type[] _classes =
        [.. typeof(KlaviyoObject).Assembly.GetTypes().Where(type =>
            type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(KlaviyoObject)) && type.GetConstructor([]) is not null
            && !type.Name.StartsWith("Unknown", StringComparison.Ordinal))];

    [Fact]
    public void The_body_holds_the_assigned_members_and_no_others_and_null_as_null() =>
        Gen.Select(Gen.Int[0, _classes.Length - 1], Gen.Int).Sample((place, seed) => Check(_classes[place], new Random(seed)), iter: 4000, threads: 1);

    [Fact]
    public void A_received_member_is_written_once_it_is_assigned_another_value()
    {
        Profile ada = Read("""{"data":{"type":"profile","id":"1","attributes":{"email":"ada@example.com","title":null,"location":{"city":"London","zip":"W1"}}}}""");
        Written(ada).Should().Be("{}");

        ada.Email = "ada@example.com";
        ada.Title = null;
        ada.HasChanges.Should().BeFalse();

        ada.Email = null;
        ada.WasAssigned("email").Should().BeTrue();
        Written(ada).Should().Be("""{"email":null}""");
    }

    [Fact]
    public void A_nested_object_that_was_received_is_written_whole_once_it_changes()
    {
        Profile ada = Read("""{"data":{"type":"profile","id":"1","attributes":{"location":{"city":"London","zip":"W1"}}}}""");

        ada.Location.City = "Paris";

        ada.HasChanges.Should().BeTrue();
        ada.WasAssigned("location").Should().BeFalse();
        Written(ada).Should().Be("""{"location":{"city":"Paris","zip":"W1"}}""");
    }

    [Fact]
    public void A_nested_object_of_the_programs_own_is_written_with_what_was_assigned() =>
        Written(new Profile { Location = new() { City = "Paris" } }).Should().Be("""{"location":{"city":"Paris"}}""");

    [Fact]
    public void Nothing_is_left_to_write_after_it_was_saved()
    {
        Profile ada = new() { FirstName = "Ada", Location = new() { City = "Paris" } };
        ada.Properties["plan"] = "gold";

        ada.AcceptChanges();

        ada.HasChanges.Should().BeFalse();
        ada.Location.HasChanges.Should().BeFalse();
        Written(ada).Should().Be("{}");
        ada.Properties["plan"].AsString().Should().Be("gold");
    }

    [Fact]
    public void A_map_that_was_received_as_null_can_be_edited()
    {
        Profile ada = Read("""{"data":{"type":"profile","id":"1","attributes":{"properties":null}}}""");

        ada.Properties["plan"] = "gold";

        ada.Properties.IsNull.Should().BeFalse();
        Written(ada).Should().Be("""{"properties":{"plan":"gold"}}""");
    }

    [Fact]
    public void Reading_assigns_nothing()
    {
        Profile ada = Read("""{"data":{"type":"profile","id":"1","attributes":{"email":"ada@example.com","properties":{"a":1}}}}""");
        _ = ada.Properties["a"];
        _ = ada.Lists.Count;

        ada.HasChanges.Should().BeFalse();
    }

    [Fact]
    public void The_shared_empty_map_cannot_be_edited()
    {
        Action editing = () => KlaviyoMap.Empty["k"] = 1;

        editing.Should().Throw<InvalidOperationException>().WithMessage("*new KlaviyoMap()*");
        new Profile().Properties["k"] = 1;
        KlaviyoMap.Empty.Count.Should().Be(0);
    }

    private static void Check(Type type, Random random)
    {
        var target = (KlaviyoObject)Activator.CreateInstance(type)!;
        SampleValues values = new(random);
        Dictionary<string, string> expected = [];
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            if (property.GetCustomAttribute<WireNameAttribute>() is not { } wire || property.Name == "Id" || random.Next(2) == 0)
                continue;
            if (values.Of(property) is not { } sample)
                continue;
            property.SetValue(target, sample.Value);
            expected[wire.Name] = sample.Json;
            target.WasAssigned(wire.Name).Should().BeTrue("{0}.{1} was assigned", type.Name, wire.Name);
        }

        Dictionary<string, string> written = JsonElement.Parse(Written(target)).EnumerateObject()
            .Where(member => expected.ContainsKey(member.Name) || target.WasAssigned(member.Name))
            .ToDictionary(member => member.Name, member => member.Value.GetRawText());
        written.Keys.Should().BeEquivalentTo(expected.Keys, type.Name);
        foreach ((string name, string json) in expected)
            JsonElement.DeepEquals(JsonElement.Parse(written[name]), JsonElement.Parse(json)).Should().BeTrue("{0}.{1} is {2}", type.Name, name, written[name]);
    }

    private static Profile Read(string document) => (Profile)DocumentReader.Read(Encoding.UTF8.GetBytes(document)).Resources[0];

    // As commands write it. A writer that validates is given each member by itself, and writes the same.
    private static string Written(KlaviyoObject target)
    {
        string written = Written(target, MemberWriter.Options);
        written.Should().Be(Written(target, default), target.GetType().Name);
        return written;
    }

    private static string Written(KlaviyoObject target, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, options);
        json.WriteStartObject();
        target.WriteMembers(json, new BodyScope(withReceived: false, takes: null));
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
