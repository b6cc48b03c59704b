using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class PublicTypesTests
{
    [Fact]
    public void Public_types_lie_in_the_root_folder_Model_or_Errors() => PublicTypesLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("src/P/Http/A.cs", "public sealed class A;")]
    [InlineData("src/P/Model/Inner/A.cs", "public enum A;")]
    [InlineData("src/P/Documents/Generated/A.cs", "namespace N; public delegate void A();")]
    public void A_public_type_elsewhere_is_found(string path, string text) => Judge(path, text).Should().ContainSingle();

    [Theory]
    [InlineData("src/P/A.cs", "public sealed class A;")]
    [InlineData("src/P/A.g.cs", "public partial class A;")]
    [InlineData("src/P/Errors/A.cs", "public sealed class A;")]
    [InlineData("src/P/Model/Generated/A.cs", "public sealed class A;")]
    [InlineData("src/P/Model/Generated/Tag/A.cs", "public sealed class A;")]
    [InlineData("src/P/Http/A.cs", "internal sealed class A { public class Inner; }")]
    public void A_public_type_of_the_face_is_not_found(string path, string text) => Judge(path, text).Should().BeEmpty();

    private static IEnumerable<Offence> Judge(string path, string text) =>
        PublicTypesLaw.Judge(Repository.Sample(("src/P/P.csproj", "<Project />"), (path, text)));
}
