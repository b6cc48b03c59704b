using System.CommandLine;
using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Tool.Tests;

public sealed class EmulatorCommandTests
{
    private KlaviyoEmulatorOptions? _options;

    [Fact]
    public async Task Without_options_the_emulator_is_set_up_as_in_a_test()
    {
        (await Run()).Should().Be((0, ""));

        _options!.Data.Profiles.Should().Be(1000);
        _options.ApiKeys.Should().BeNull();
        _options.RateLimits.Should().BeNull();
        _options.ProcessingTime.Should().Be(TimeSpan.Zero);
        _options.TimeProvider.Should().BeSameAs(TimeProvider.System);
    }

    [Fact]
    public async Task Every_option_reaches_the_emulator()
    {
        (await Run(
                "--port", "8080", "--profiles", "100000", "--events", "7", "--seed", "3", "--undocumented-values", "--key",
                "pk_a=profiles:read,lists:read", "--key", "pk_b",
            "--account", "shop=pk_c", "--revision", "2024-07-15", "--grammar", "Overview2022", "--strictness", "Live", "--rate-limits", "--latency", "20",
            "--processing-time", "2.5", "--speed", "60")).Should().Be((0, ""));

        KlaviyoEmulatorOptions options = _options!;
        (options.Port, options.Data.Profiles, options.Data.Events, options.RandomSeed, options.UndocumentedValues).Should().Be((8080, 100_000, 7, 3, true));
        options.ApiKeys!.Select(key => key.ToString()).Should().Equal("a key for lists:read, profiles:read", "a key with full access");
        options.Accounts.Single().Name.Should().Be("shop");
        options.Accounts.Single().ApiKeys.Should().ContainSingle();
        (options.Catalogue.Revision, options.Grammar, options.Strictness).Should().Be(("2024-07-15", FilterGrammar.Overview2022, Strictness.Live));
        options.RateLimits.Should().NotBeNull();
        options.Latency.Should().Be(TimeSpan.FromMilliseconds(20));
        options.ProcessingTime.Should().Be(TimeSpan.FromSeconds(2.5));
        options.TimeProvider.Should().BeOfType<EmulatorClock>().Which.Speed.Should().Be(60);
    }

    [Fact]
    public async Task An_empty_account_is_empty()
    {
        await Run("--empty", "--profiles", "5");
        (_options!.Data.Profiles, _options.Data.PerOtherType).Should().Be((0, 0));
    }

    [Theory]
    [InlineData("--shoes", "Unrecognized command or argument '--shoes'.")]
    [InlineData("--port=x", "Cannot parse argument 'x' for option '--port'*")]
    [InlineData("--profiles=-1", "--profiles must not be negative.")]
    [InlineData("--processing-time=-1", "--processing-time must not be negative*")]
    [InlineData("--processing-time=NaN", "--processing-time must not be negative*")]
    [InlineData("--processing-time=604800", "--processing-time must not be negative, and must be less than the 7 days*")]
    [InlineData("--speed=0", "--speed must be positive.")]
    [InlineData("--grammar=Klingon", "*Klingon*")]
    [InlineData("--revision=1999-01-01", "*1999-01-01*")]
    [InlineData("--account==pk_a", "'=pk_a' is not an account. Write name=key.")]
    [InlineData("--key==profiles:read", "'=profiles:read' is not a key. Write pk_a or pk_a=profiles:read.")]
    public async Task An_unknown_option_or_an_invalid_value_is_reported_and_nothing_starts(string argument, string message)
    {
        (int code, string error) = await Run(argument);

        code.Should().Be(1);
        error.Should().Match(message + "*");
        _options.Should().BeNull();
    }

    [Fact]
    public async Task The_help_names_every_option()
    {
        StringWriter output = new();
        int code = await Program.Commands((_, _) => Task.FromResult(7))
            .Parse(["emulator", "--help"]).InvokeAsync(new InvocationConfiguration { Output = output });

        code.Should().Be(0);
        output.ToString()
            .Should()
            .ContainAll(
                "Runs a Klaviyo emulator", "--port <port>", "--profiles <n>", "--database <file>", "--account <name=key>", "--rate-limits",
                "--processing-time <seconds>", "--speed <factor>", "[default: 1000]");
    }

    private async Task<(int Code, string Error)> Run(params string[] arguments)
    {
        StringWriter error = new();
        RootCommand command = Program.Commands((options, _) =>
        {
            _options = options;
            return Task.FromResult(0);
        });
        int code = await command.Parse(["emulator", .. arguments]).InvokeAsync(new InvocationConfiguration { Error = error, Output = TextWriter.Null });
        return (code, error.ToString().Trim());
    }
}
