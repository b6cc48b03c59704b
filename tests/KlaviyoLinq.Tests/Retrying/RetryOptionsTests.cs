using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Retrying;

public sealed class RetryOptionsTests
{
    [Fact]
    public void The_defaults_are_those_that_are_documented()
    {
        var options = new KlaviyoOptions();

        options.Retry.Should().BeEquivalentTo(new
        {
            MaxRetries = 4,
            BaseDelay = TimeSpan.FromMilliseconds(500),
            MaxDelay = TimeSpan.FromSeconds(30),
            MaxRetryAfter = TimeSpan.FromMinutes(2),
            BudgetSize = 50,
            BudgetPerPage = 0.2,
            BudgetPerMinute = 10.0,
        });
        options.TotalTimeout.Should().Be(TimeSpan.FromMinutes(10));
        options.Random.Should().BeNull();
    }

    [Fact]
    public void An_impossible_value_is_refused_by_its_name()
    {
        Refused(options => options.TotalTimeout = TimeSpan.Zero).Should().Be("TotalTimeout");
        Refused(options => options.TotalTimeout = TimeSpan.MaxValue).Should().Be("TotalTimeout");
        Refused(options => options.Retry.MaxRetries = -1).Should().Be("Retry.MaxRetries");
        Refused(options => options.Retry.MaxRetries = 101).Should().Be("Retry.MaxRetries");
        Refused(options => options.Retry.BaseDelay = TimeSpan.FromTicks(-1)).Should().Be("Retry.BaseDelay");
        Refused(options => options.Retry.BaseDelay = TimeSpan.FromSeconds(31)).Should().Be("Retry.MaxDelay");
        Refused(options => options.Retry.MaxDelay = TimeSpan.FromDays(2)).Should().Be("Retry.MaxDelay");
        Refused(options => options.Retry.MaxRetryAfter = Timeout.InfiniteTimeSpan).Should().Be("Retry.MaxRetryAfter");
        Refused(options => options.Retry.BudgetSize = -1).Should().Be("Retry.BudgetSize");
        Refused(options => options.Retry.BudgetPerPage = -0.1).Should().Be("Retry.BudgetPerPage");
        Refused(options => options.Retry.BudgetPerMinute = double.NaN).Should().Be("Retry.BudgetPerMinute");
        Refused(options => options.Retry.BudgetPerMinute = double.PositiveInfinity).Should().Be("Retry.BudgetPerMinute");
    }

    [Fact]
    public void The_bounds_are_allowed()
    {
        KlaviyoOptions options = Valid();
        options.TotalTimeout = Timeout.InfiniteTimeSpan;
        (options.Retry.MaxRetries, options.Retry.BaseDelay, options.Retry.MaxDelay, options.Retry.MaxRetryAfter) = (1, TimeSpan.Zero,
            TimeSpan.Zero, TimeSpan.Zero);
        (options.Retry.BudgetSize, options.Retry.BudgetPerPage, options.Retry.BudgetPerMinute) = (0, 0, 0);

        options.Validate();
    }

    private static string Refused(Action<KlaviyoOptions> change)
    {
        KlaviyoOptions options = Valid();
        change(options);
        KlaviyoConfigurationException failure = options.Invoking(changed => changed.Validate()).Should().ThrowExactly<KlaviyoConfigurationException>().Which;
        failure.Message.Should().StartWith($"KlaviyoOptions.{failure.Option}: ");
        return failure.Option;
    }

    private static KlaviyoOptions Valid() => new() { ApiKey = Runs.Key };
}
