using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Notes of plans: what refuses nothing, and a reader of the plan has to know.</summary>
public sealed class NoteTests : CommandTests
{
    [Fact]
    public async Task A_nested_object_in_part_is_noted_unless_it_was_read()
    {
        Profile ada = await Klaviyo.Profiles.CreateAsync(new Profile { Email = "ada@example.com", Location = new() { City = "London" } });
        ada.Location.City = "Paris";

        Codes(() => Klaviyo.Profiles[ada.Id].UpdateAsync(s => s.SetProperty(p => p.Location.City, "Paris")))
            .Should().Equal(KlaviyoFindingCode.PartialNestedObject);
        Codes(() => Klaviyo.Profiles.UpdateAsync(new Profile { Id = ada.Id, Location = new() { City = "Paris" } }))
            .Should().Equal(KlaviyoFindingCode.PartialNestedObject);
        Codes(() => Klaviyo.Profiles[ada.Id].UpdateAsync(s => s.SetProperty(p => p.FirstName, "Ada"))).Should().BeEmpty();

        Profile read = await Klaviyo.Profiles[ada.Id].GetAsync();
        read.Location.City = "Paris";
        Codes(() => Klaviyo.Profiles.UpdateAsync(read)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(25, true)]
    public void Many_single_requests_of_an_operation_that_has_a_job_are_noted(int requests, bool isNoted)
    {
        WriteFacts operation = Klaviyo.Lists.Commands.Operation("profile", WriteFamily.Create);
        CommandDraft[] plan = [.. Enumerable.Range(0, requests).Select(number => new CommandDraft(operation, CommandSite.Of("CreateAsync", null, null, 0))
        {
            Write = json =>
            {
                json.WriteRawValue($$$"""{"type":"profile","attributes":{"email":"{{{number}}}@example.com"}}""");
                return default;
            },
        })];

        Codes(() => Klaviyo.Lists.Commands.SendAllAsync(plan, default)).Contains(KlaviyoFindingCode.ManySingleRequests).Should().Be(isNoted);
    }

    private IReadOnlyList<KlaviyoFindingCode> Codes(Func<Task> command) => [.. Klaviyo.Explain(command).Notes.Select(note => note.Code)];
}
