using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class OneTypePerFileTests
{
    [Fact]
    public void Every_file_holds_one_type_and_is_named_after_it() => OneTypePerFileLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("A.cs", "class B;")]
    [InlineData("A.Part.cs", "class A;")]
    [InlineData("A.Part.Part.cs", "partial class A;")]
    [InlineData("AB.Part.cs", "partial class A;")]
    [InlineData("B.cs", "delegate void A();")]
    [InlineData("B.cs", "namespace N; enum A;")]
    [InlineData("A.cs", "class A; class B;")]
    [InlineData("A.cs", "namespace N { class A; } namespace M { delegate void B(); }")]
    [InlineData("A.cs", "class A; file class B;")]
    [InlineData("A.cs", "abstract class A { protected A() { } } sealed class B : A;")]
    [InlineData("A.cs", "abstract class A { private protected A() { } } abstract class B : A;")]
    [InlineData("A.cs", "abstract class A { private protected A() { } } sealed class B;")]
    [InlineData("A.cs", "public abstract class A { private protected A() { } } public sealed class B : A;")]
    public void A_misnamed_or_further_type_is_found(string name, string text) =>
        OneTypePerFileLaw.Judge(Repository.Sample((name, text))).Should().ContainSingle();

    [Theory]
    [InlineData("A.cs", "namespace N; class A { class Inner; }")]
    [InlineData("A.cs", "interface A<T>;")]
    [InlineData("A.cs", "partial struct A;")]
    [InlineData("A.Part.cs", "namespace N; partial record A;")]
    [InlineData("Program.cs", "return 0;")]
    [InlineData("A.g.cs", "class B; class C;")]
    [InlineData("A.cs", "abstract class A { private protected A() { } } sealed class B : A; sealed class C(int i) : A;")]
    [InlineData("A.cs", "abstract record A { private protected A() { } } sealed record B(int I) : A;")]
    public void A_type_in_its_own_file_is_not_found(string name, string text) =>
        OneTypePerFileLaw.Judge(Repository.Sample((name, text))).Should().BeEmpty();

    [Fact]
    public void An_offence_names_the_line_and_the_remedy() =>
        OneTypePerFileLaw.Judge(Repository.Sample(("src/A.cs", "class A;\nclass B;"))).Single().ToString()
            .Should().Be("src/A.cs:2: B is a further type in this file. Move it to B.cs.");
}
