using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class BindingTests
{
    [Fact]
    public void Every_type_that_a_product_names_is_found() => BindingLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("class A { Missing? B; }")]
    [InlineData("using P.Missing; class A;")]
    public void A_type_or_namespace_that_is_not_there_is_found(string text) => Judge(text).Should().ContainSingle();

    [Fact]
    public void Types_of_the_framework_or_a_package_are_not_found() =>
        Judge("using Remotion.Linq; class A { List<QueryModel>? B; Microsoft.AspNetCore.Http.HttpContext? C; }").Should().BeEmpty();

    private static IEnumerable<Offence> Judge(string text) => BindingLaw.Judge(Repository.Sample(("src/P/P.csproj", "<Project />"), ("src/P/A.cs", text)));
}
