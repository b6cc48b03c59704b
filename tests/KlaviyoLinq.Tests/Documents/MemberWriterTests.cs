using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Tests.Documents;

/// <summary>Members that are put together are the bytes that the framework writes member by member.</summary>
public sealed class MemberWriterTests
{
    private const string Escaped = "\"\\+&<\n\u001F\u007Fä\u2028\u0130\uFFFF\uD83D\uDE00";

    private static readonly Gen<char> _character = Gen.Frequency(
        (20, Gen.Char['a', 'z']), (2, Gen.Char[' ', '/']), (1, Gen.Int[0, Escaped.Length - 1].Select(place => Escaped[place])));

    private static readonly Gen<bool?> _boolean = Gen.Int[0, 2].Select(number => number == 0 ? (bool?)null : number == 1);

    [Fact]
    public void Every_character_is_escaped_as_the_framework_escapes_it_wherever_it_stands()
    {
        for (int character = 0; character <= char.MaxValue; character++)
        {
            string text = ((char)character).ToString();
            HoldsToTheFramework(new Profile { Email = text, FirstName = $"abcdefg{text}", LastName = $"abcdefghijk{text}lmnopqrstuvwxyz", Title = "after" });
        }
    }

    [Fact]
    public void Texts_are_escaped_as_the_framework_escapes_them() => _character.Array[0, 80].Select(characters => new string(characters))
        .Array[1, 4].Sample(texts => HoldsToTheFramework(OfTexts(texts)), iter: 5_000, threads: 1);

    [Fact]
    public void Texts_of_every_length_are_written_whole()
    {
        for (int length = 0; length < 2_200; length++)
        {
            HoldsToTheFramework(new Profile { Email = new string('a', length), FirstName = "after", LastName = new string('b', length / 2), Title = "end" });
            HoldsToTheFramework(new Profile { Email = new string('a', length), FirstName = new string('+', length / 6), Title = "end" });
        }
    }

    [Fact]
    public void Numbers_are_written_as_the_framework_writes_them() => Gen.Select(Gen.Double, Gen.Long, Gen.Double[-1000, 1000], _boolean).Sample(
        (number, whole, small, boolean) =>
        {
            HoldsToTheFramework(new CatalogVariant { Price = number, InventoryPolicy = whole, InventoryQuantity = Math.Round(small, 2), Published = boolean });
            HoldsToTheFramework(new ProfileLocation { Latitude = number, Longitude = whole, City = "after" });
            KlaviyoValue scalar = boolean is { } known ? known : KlaviyoValue.Null;
            HoldsToTheFramework(new ProfileLocation { Latitude = small.ToString("R", CultureInfo.InvariantCulture), Longitude = scalar, City = "after" });
        },
        iter: 5_000,
        threads: 1);

    [Fact]
    public void Date_times_are_written_as_the_framework_writes_them() => Gen.Select(
        Gen.Long[DateTime.MinValue.AddDays(1).Ticks, DateTime.MaxValue.AddDays(-1).Ticks], Gen.Int[-14 * 60, 14 * 60], Gen.Int[0, 7]).Sample(
        (ticks, offset, digits) =>
        {
            long unit = (long)Math.Pow(10, digits);
            DateTimeOffset moment = new(ticks / unit * unit, TimeSpan.FromMinutes(offset));
            HoldsToTheFramework(new Profile { Created = moment, LastEventDate = null, Email = "after" });
        },
        iter: 5_000,
        threads: 1);

    [Fact]
    public void More_members_than_are_put_together_at_once_are_all_written() => Gen.Int[0, 300].Array[12].Sample(
        lengths => HoldsToTheFramework(new Profile
        {
            Email = new string('a', lengths[0]), PhoneNumber = new string('b', lengths[1]), ExternalId = new string('c', lengths[2]), FirstName = null,
            LastName = new string('d', lengths[3]), Organization = new string('e', lengths[4]), Created = DateTimeOffset.UnixEpoch,
            Title = new string('+', lengths[5]),
            Location = new ProfileLocation { Address1 = new string('f', lengths[6]), City = new string('g', lengths[7]), Latitude = lengths[8], Zip = null },
            Kx = new string('h', lengths[9]),
        }),
        iter: 5_000,
        threads: 1);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_JSON_does_not_have_is_refused(double number)
    {
        Action write = () => Write(new CatalogVariant { Title = "Shirt", Price = number }, MemberWriter.Options);

        write.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_writer_that_indents_is_given_each_member_by_itself()
    {
        Profile ada = new() { Email = "ada@example.com", FirstName = "Ada" };
        JsonWriterOptions indented = new() { Indented = true, SkipValidation = true, NewLine = "\n" };

        Write(ada, indented).Should().Be("{\n  \"email\": \"ada@example.com\",\n  \"first_name\": \"Ada\"\n}");
    }

    [Fact]
    public void A_writer_with_another_encoder_escapes_by_it()
    {
        JsonWriterOptions relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

        Write(new Profile { PhoneNumber = "+441632960961" }, relaxed).Should().Be("""{"phone_number":"+441632960961"}""");
    }

    private static Profile OfTexts(string[] texts)
    {
        Profile profile = new() { Email = texts[0] };
        if (texts.Length > 1)
            profile.FirstName = texts[1];
        if (texts.Length > 2)
            profile.Location = new ProfileLocation { City = texts[2] };
        if (texts.Length > 3)
            profile.Kx = texts[3];
        return profile;
    }

    // The default writer validates, so each member is a call of its own there.
    private static void HoldsToTheFramework(KlaviyoObject value) => Write(value, MemberWriter.Options).Should().Be(Write(value, default));

    private static string Write(KlaviyoObject value, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, options);
        json.WriteStartObject();
        value.WriteMembers(json, new BodyScope(withReceived: false, takes: null));
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
