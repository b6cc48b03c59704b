using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Tests.Documents;

[Trait("Category", "Culture")]
public sealed class JsonValuesTests
{
    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("\"\"", "")]
    [InlineData("1", "1")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("\"caf\\u00e9 \\ud83d\\ude00 \\\"\\\\\\/\\b\\f\\n\\r\\t\"", "café 😀 \"\\/\b\f\n\r\t")]
    [InlineData("\"cut \\ud83d\"", "cut \uFFFD")]
    [InlineData("\"\\ude00\\ud83d\"", "\uFFFD\uFFFD")]
    public void A_string_is_read(string json, string? value) => Read(json, JsonValues.ReadString).Should().Be(value);

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("\"5\"", 5L)]
    [InlineData("5.0", 5L)]
    [InlineData("1e3", 1000L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9007199254740993.0", 9007199254740993L)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void A_whole_number_is_read(string json, long? value) => Read(json, JsonValues.ReadInteger).Should().Be(value);

    [Theory]
    [InlineData("5", 5.0)]
    [InlineData("-5.25", -5.25)]
    [InlineData("\"42.3601\"", 42.3601)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void A_number_is_read(string json, double? value) => Read(json, JsonValues.ReadNumber).Should().Be(value);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"False\"", false)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void A_boolean_is_read(string json, bool? value) => Read(json, JsonValues.ReadBoolean).Should().Be(value);

    [Fact]
    public void A_date_time_with_escapes_is_read() =>
        Read("\"2026-07-01T22\\u003a35:06\\u002b00:00\"", JsonValues.ReadDateTime).Should().Be(new DateTimeOffset(2026, 7, 1, 22, 35, 6, TimeSpan.Zero));

    [Fact]
    public void Null_and_the_empty_string_are_no_date()
    {
        Read("null", JsonValues.ReadDateTime).Should().BeNull();
        Read("\"\"", JsonValues.ReadDateTime).Should().BeNull();
        Read("null", JsonValues.ReadDate).Should().BeNull();
        Read("\"2026-07-01\"", JsonValues.ReadDate).Should().Be(new DateOnly(2026, 7, 1));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("\"a@example.com\"")]
    public void A_value_of_another_kind_is_refused_without_being_shown(string json)
    {
        MustRefuse(json, JsonValues.ReadInteger, "a whole number");
        MustRefuse(json, JsonValues.ReadNumber, "a number");
        MustRefuse(json, JsonValues.ReadBoolean, "a boolean");
        MustRefuse(json, JsonValues.ReadDateTime, "a date-time");
        MustRefuse(json, JsonValues.ReadDate, "a date");
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    public void A_number_that_is_fractional_or_too_large_is_not_a_whole_number(string json) => MustRefuse(json, JsonValues.ReadInteger, "a whole number");

    [Theory]
    [InlineData("1e400")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    public void Only_finite_numbers_are_numbers(string json) => MustRefuse(json, JsonValues.ReadNumber, "a number");

    [Fact]
    public void Objects_and_arrays_are_no_strings_or_scalars()
    {
        MustRefuse("{}", JsonValues.ReadString, "a string");
        MustRefuse("[]", JsonValues.ReadScalar, "a string, number or boolean");
        MustRefuse("[]", JsonValues.ReadMap, "an object");
        MustRefuse("5", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.StringItem), "an array");
        MustRefuse("[null]", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.StringItem), "a string");
    }

    [Fact]
    public void A_map_keeps_its_bytes()
    {
        Read("{ \"a\" : [1, {}] , \"b\":\"}\" }", JsonValues.ReadMap)!.ToString().Should().Be("{ \"a\" : [1, {}] , \"b\":\"}\" }");
        Read("{}", JsonValues.ReadMap).Should().BeSameAs(KlaviyoMap.Empty);
        Read("null", JsonValues.ReadMap).Should().BeSameAs(KlaviyoMap.Null);
    }

    [Fact]
    public void A_scalar_keeps_its_kind()
    {
        Read("\"5\"", JsonValues.ReadScalar).Should().Be((KlaviyoValue)"5");
        Read("5", JsonValues.ReadScalar).Should().Be((KlaviyoValue)5);
        Read("5.5", JsonValues.ReadScalar).Should().Be((KlaviyoValue)5.5);
        Read("true", JsonValues.ReadScalar).Should().Be((KlaviyoValue)true);
        Read("null", JsonValues.ReadScalar).Should().Be(KlaviyoValue.Null);
    }

    [Fact]
    public void Any_JSON_is_copied_out_of_the_buffer()
    {
        Read("[1,{\"a\":null}]", JsonValues.ReadAny)!.Value.GetRawText().Should().Be("[1,{\"a\":null}]");
        Read("null", JsonValues.ReadAny).Should().BeNull();
    }

    [Fact]
    public void A_list_is_read_item_by_item()
    {
        Read("[\"a\",1]", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.StringItem)).Should().Equal("a", "1");
        Read("[1,\"2\"]", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.IntegerItem)).Should().Equal(1, 2);
        Read("[1.5]", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.NumberItem)).Should().Equal(1.5);
        Read("[true]", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.BooleanItem)).Should().Equal(true);
        Read("[{\"a\":1},{}]", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.MapItem)).Should().HaveCount(2);
        Read("[[1],2]", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.AnyItem)).Should().HaveCount(2);
        Read("[]", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.StringItem)).Should().BeEmpty();
        Read("null", (ref JsonScanner r) => JsonValues.ReadList(ref r, JsonValues.StringItem)).Should().BeNull();
    }

    [Fact]
    public void A_name_with_escapes_is_read_as_what_it_means()
    {
        var json = new JsonScanner("{\"em\\u0061il\":1}"u8, KlaviyoMap.MaxDepth);
        json.NextValue();
        json.NextMember().Should().BeTrue();
        Encoding.UTF8.GetString(json.UnescapedText).Should().Be("email");
    }

    private static void MustRefuse<T>(string json, ItemReader<T> read, string expected)
    {
        KlaviyoMaterializationException failure = FluentActions.Invoking(() => { Read(json, read); })
            .Should().ThrowExactly<KlaviyoMaterializationException>().Which;
        failure.Expected.Should().Be(expected);
        failure.Message.Should().NotContain("example.com");
    }

    /// <summary>Reads the value of a member that others surround, and sees that the reader ends on its last token.</summary>
    private static T Read<T>(string json, ItemReader<T> read)
    {
        var reader = new JsonScanner(Encoding.UTF8.GetBytes($"{{\"before\":[{{}}],\"value\":{json},\"after\":1}}"), KlaviyoMap.MaxDepth);
        reader.NextValue();
        reader.NextMember();
        reader.SkipValue();
        reader.NextMember();
        T value = read(ref reader);
        reader.NextMember().Should().BeTrue();
        Encoding.UTF8.GetString(reader.Text).Should().Be("after");
        return value;
    }
}
