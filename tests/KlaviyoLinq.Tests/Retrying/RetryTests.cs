using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

public sealed class RetryTests
{
    private const string Challenge = "<!DOCTYPE html><title>Just a moment...</title>";

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    [InlineData(522)]
    [InlineData(524)]
    public async Task A_status_that_may_pass_is_tried_again_and_no_row_is_lost_or_doubled(int status)
    {
        await using var server = await FailingServer.StartAsync(failures: 4, context => context.Response.WriteDocumentAsync("{}", status));

        (await Runs.IdsAsync(Runs.Retrying(server.Address))).Should().Equal(FailingServer.Rows);

        server.Targets.Should().Equal(FailingServer.TargetsWith(attempts: 5));
    }

    [Theory]
    [InlineData(400, typeof(KlaviyoBadRequestException))]
    [InlineData(401, typeof(KlaviyoAuthenticationException))]
    [InlineData(403, typeof(KlaviyoPermissionException))]
    [InlineData(404, typeof(KlaviyoNotFoundException))]
    [InlineData(405, typeof(KlaviyoBadRequestException))]
    [InlineData(409, typeof(KlaviyoBadRequestException))]
    [InlineData(410, typeof(KlaviyoBadRequestException))]
    [InlineData(415, typeof(KlaviyoBadRequestException))]
    [InlineData(425, typeof(KlaviyoBadRequestException))]
    [InlineData(505, typeof(KlaviyoServerException))]
    [InlineData(511, typeof(KlaviyoServerException))]
    [InlineData(525, typeof(KlaviyoServerException))]
    [InlineData(526, typeof(KlaviyoServerException))]
    [InlineData(530, typeof(KlaviyoServerException))]
    public async Task A_permanent_error_status_is_reported_at_once(int status, Type failure)
    {
        await using var server = await FailingServer.StartAsync(failures: 1, context => context.Response.WriteDocumentAsync("{}", status));
        List<string> read = [];

        KlaviyoException reported = await Runs.AnyFailureAsync(Runs.Retrying(server.Address), read);

        reported.Should().BeOfType(failure);
        (reported.Attempts, reported.Page, reported.ItemsYielded).Should().Be((1, 2, 2));
        read.Should().Equal("A", "B");
        server.Targets.Should().Equal(FailingServer.TargetsUpTo(attempts: 1));
    }

    [Theory]
    [InlineData(403, "")]
    [InlineData(403, "challenge")]
    [InlineData(429, "challenge")]
    [InlineData(503, "challenge")]
    public async Task A_challenge_of_the_network_is_tried_again(int status, string mitigated)
    {
        await using var server = await FailingServer.StartAsync(failures: 2, context =>
        {
            context.Response.Headers["cf-mitigated"] = mitigated;
            return context.Response.WriteDocumentAsync(Challenge, status, "text/html");
        });

        (await Runs.IdsAsync(Runs.Retrying(server.Address))).Should().Equal(FailingServer.Rows);

        server.Targets.Should().Equal(FailingServer.TargetsWith(attempts: 3));
    }

    [Fact]
    public async Task After_the_last_attempt_its_failure_is_reported_with_the_number_of_attempts()
    {
        await using var server = await FailingServer.StartAsync(failures: int.MaxValue, context => context.Response.WriteDocumentAsync("{}", 503));
        List<string> read = [];

        KlaviyoServerException failure = await Runs.FailureAsync<KlaviyoServerException>(Runs.Retrying(server.Address), read: read);

        (failure.Attempts, failure.Page, failure.ItemsYielded).Should().Be((5, 2, 2));
        failure.Message.Should().Contain("sent 5 times").And.Contain("KlaviyoOptions.Retry.MaxRetries").And.Contain("attempt 5");
        read.Should().Equal("A", "B");
        server.Targets.Should().Equal(FailingServer.TargetsUpTo(attempts: 5));
    }

    [Fact]
    public async Task The_number_of_attempts_is_an_option()
    {
        await using var server = await FailingServer.StartAsync(failures: int.MaxValue, context => context.Response.WriteDocumentAsync("{}", 500));
        KlaviyoOptions options = Runs.Retrying(server.Address);
        options.Retry.MaxRetries = 1;

        (await Runs.FailureAsync<KlaviyoServerException>(options)).Attempts.Should().Be(2);

        server.Targets.Should().Equal(FailingServer.TargetsUpTo(attempts: 2));
    }

    [Fact]
    public async Task A_failure_that_will_not_pass_ends_the_attempts_whatever_came_before()
    {
        int answers = 0;
        await using var server = await FailingServer.StartAsync(failures: 5, context =>
            context.Response.WriteDocumentAsync("{}", Interlocked.Increment(ref answers) < 3 ? 500 : 400));

        (await Runs.FailureAsync<KlaviyoBadRequestException>(Runs.Retrying(server.Address))).Attempts.Should().Be(3);
    }
}
