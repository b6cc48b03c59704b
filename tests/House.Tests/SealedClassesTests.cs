using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class SealedClassesTests
{
    [Fact]
    public void Every_class_is_sealed_static_or_abstract_or_open_for_a_reason() => SealedClassesLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("class A;")]
    [InlineData("public partial class A;")]
    [InlineData("record A(int B);")]
    [InlineData("record class A;")]
    [InlineData("sealed class A { class Inner; }")]
    [InlineData("sealed partial class A; class A<T>;")]
    [InlineData("class KlaviyoContext;")]
    public void An_open_class_is_found(string text) => Judge(("src/P/A.cs", text)).Should().ContainSingle();

    [Theory]
    [InlineData("sealed class A;")]
    [InlineData("static class A;")]
    [InlineData("abstract record A;")]
    [InlineData("record struct A(int B);")]
    [InlineData("struct A; interface B; enum C;")]
    [InlineData("namespace KlaviyoLinq; public class KlaviyoContext;")]
    [InlineData("public class A { [Benchmark(Baseline = true)] public void B() { } }")]
    public void A_class_that_says_who_derives_is_not_found(string text) => Judge(("src/P/A.cs", text)).Should().BeEmpty();

    [Fact]
    public void A_class_that_is_no_longer_open_is_found_on_the_list() =>
        Judge(("src/P/A.cs", "namespace KlaviyoLinq; public sealed class KlaviyoContext;")).Single().What.Should().Contain("Take it off the list");

    [Fact]
    public void One_part_speaks_for_all_parts_of_a_class() =>
        Judge(("src/P/A.cs", "partial class A;"), ("src/P/A.g.cs", "sealed partial class A;")).Should().BeEmpty();

    private static IEnumerable<Offence> Judge(params (string, string)[] files) =>
        SealedClassesLaw.Judge(Repository.Sample([("src/P/P.csproj", "<Project />"), .. files]));
}
