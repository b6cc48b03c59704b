using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class BoundedWaitsTests
{
    [Fact]
    public void Every_wait_of_a_test_has_a_bound() => BoundedWaitsLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("while (!done)\n await Task.Yield();")]
    [InlineData("while (count < 2) { await Task.Delay(5); }")]
    [InlineData("do { Thread.Sleep(1); } while (!done);")]
    [InlineData("await sent.Task;")]
    public void A_wait_without_a_bound_is_found(string statement) => Judge(statement).Should().ContainSingle().Which.Line.Should().Be(1);

    [Theory]
    [InlineData("await Patience.UntilAsync(() => done);")]
    [InlineData("await sent.Task.InTimeAsync();")]
    [InlineData("while (await rows.MoveNextAsync()) count++;")]
    [InlineData("while (begun++ < 10) await Task.Delay(_pause, _clock);")]
    [InlineData("for (int i = 0; i < 3; i++) await Task.Yield();")]
    public void A_wait_with_a_bound_is_not_found(string statement) => Judge(statement).Should().BeEmpty();

    private static IEnumerable<Offence> Judge(string statement) =>
        BoundedWaitsLaw.Judge(Repository.Sample(("tests/T/A.cs", $"class A {{ async Task B() {{ {statement} }} }}")));
}
