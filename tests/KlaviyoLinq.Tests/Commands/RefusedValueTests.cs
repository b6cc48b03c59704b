using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>A refusal names the member at fault and not its value, which is often personal data, unless the program asks for values.</summary>
public sealed class RefusedValueTests : CommandTests
{
    private static readonly Dictionary<string, (KlaviyoFindingCode Code, Func<KlaviyoContext, string, Task> Run)> _commands = new()
    {
        ["the same address twice"] = (
            KlaviyoFindingCode.IdentityConflict,
            (klaviyo, value) => klaviyo.Profiles.AddOrUpdateManyAsync([new Profile { Email = value }, new Profile { Email = value }])),
        ["a pattern"] = (KlaviyoFindingCode.ValueOutOfRange, (klaviyo, value) => klaviyo.Coupons.CreateAsync(new Coupon { ExternalId = value })),
    };

    public static TheoryData<string, bool> Cases
    {
        get
        {
            TheoryData<string, bool> cases = [];
            foreach (string command in _commands.Keys)
            {
                cases.Add(command, false);
                cases.Add(command, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_finding_shows_the_value_only_where_that_is_wanted(string command, bool isWanted)
    {
        string value = string.Concat("ada.lovelace", "@secret.example");
        using KlaviyoContext klaviyo = NewContext(options => options.EnableSensitiveDataLogging = isWanted);
        (KlaviyoFindingCode code, Func<KlaviyoContext, string, Task> run) = _commands[command];

        KlaviyoCommandRefusedException refused =
            (await FluentActions.Awaiting(() => run(klaviyo, value)).Should().ThrowAsync<KlaviyoCommandRefusedException>()).Which;

        refused.Findings.Should().Contain(finding => finding.Code == code);
        refused.ToString().Contains(value, StringComparison.Ordinal).Should().Be(isWanted);
        Wire.Sent.Should().BeEmpty();
    }

    [Theory]
    [InlineData("ada@secret.example is taken", "… is taken")]
    [InlineData("ADA@SECRET.EXAMPLE is taken", "… is taken")]
    [InlineData("The phone number +1 (555) 000-1234 is invalid", "The phone number … is invalid")]
    [InlineData("Other@secret.example has it", "… has it")]
    [InlineData("Augusta is not valid", "… is not valid")]
    [InlineData("The profile is of the type profile", "The profile is of the type profile")]
    [InlineData("4711 was given, not 14711", "… was given, not 14711")]
    [InlineData("a is short, and a part of words", "… is short, and … part of words")]
    public async Task A_rejection_masks_what_was_sent_and_keeps_the_rest(string detail, string shown)
    {
        using var fault = Emulator.Faults.On("POST /api/profiles").Respond(400, detail: detail);
        var ada = new Profile { Email = "ada@secret.example", FirstName = "Augusta", LastName = "a" };
        ada.Properties["order"] = 4711;
        Func<KlaviyoContext, Func<Task>> creating = klaviyo => () => klaviyo.Profiles.CreateAsync(ada);
        using KlaviyoContext open = NewContext(options => options.EnableSensitiveDataLogging = true);

        KlaviyoValidationException rejected = (await creating(Klaviyo).Should().ThrowAsync<KlaviyoValidationException>()).Which;

        rejected.Message.Should().Contain(shown);
        rejected.Errors[0].Detail.Should().Be(detail, "a program that asks for the errors gets them as they are");
        (await creating(open).Should().ThrowAsync<KlaviyoValidationException>()).Which.Message.Should().Contain(detail);
    }
}
