using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

public sealed class ExplainTests : CommandTests
{
    [Fact]
    public void A_command_is_explained_and_not_sent()
    {
        KlaviyoCommandExplanation explanation = Klaviyo.Explain(() => Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }));

        KlaviyoPlannedRequest request = explanation.Requests.Should().ContainSingle().Which;
        request.ToString().Should().Be("""POST /api/lists {"data":{"type":"list","attributes":{"name":"VIPs"}}}""");
        request.RateLimit.Daily.Should().Be(150);
        explanation.Scopes.Should().Equal("lists:write");
        explanation.ToString().Should().Contain("150 a day").And.Contain("ResolveAsync");
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public void A_deletion_is_explained_as_irreversible() =>
        Klaviyo.Explain(() => Klaviyo.Lists["Y6nRLr"].DeleteAsync()).IsReversible.Should().BeFalse();

    [Fact]
    public async Task The_same_command_is_sent_outside_of_the_explanation()
    {
        Klaviyo.Explain(() => Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }));

        await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" });

        Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public void A_refusal_is_thrown_as_it_would_be()
    {
        Action explaining = () => Klaviyo.Explain(() => Klaviyo.Lists.CreateAsync(new List()));

        explaining.Should().Throw<KlaviyoCommandRefusedException>();
    }

    [Fact]
    public void A_query_in_the_explanation_is_refused_because_it_would_be_sent()
    {
        Action explaining = () => Klaviyo.Explain(async () =>
        {
            Profile ada = await Klaviyo.Profiles.FirstAsync();
            await Klaviyo.Profiles.UpdateAsync(ada);
        });

        explaining.Should().Throw<InvalidOperationException>().WithMessage("*cannot read*");
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public void A_program_without_a_command_is_refused()
    {
        Action explaining = () => Klaviyo.Explain(() => Task.CompletedTask);

        explaining.Should().Throw<InvalidOperationException>().WithMessage("*no command*");
    }
}
