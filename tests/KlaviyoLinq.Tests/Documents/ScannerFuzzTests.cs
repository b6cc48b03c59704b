using System.Text;
using System.Text.Json;
using CsCheck;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scanning;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Documents;

/// <summary>
/// The library's scanner beside the framework's reader: what one refuses the other refuses, and in what both accept they find the same tokens with the
/// same texts in the same places.
/// </summary>
[Collection("account")]
public sealed class ScannerFuzzTests(EmulatedAccount account)
{
    private const int Rounds = 30_000;

    private static readonly string[] _pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", " ", "\n", "\t", "\r", "\u000b", "\u00a0", "\ufeff", "null", "nul", "true", "tru", "false",
        "falsee", "0", "-0", "-", "01", "1.", ".5", "1.5", "1e", "1E+2", "1e-",
        "123456789012345678901234567890", "1e400", "\"\"", "\"a\"", "\"a\":", "\"a\":1,", "\"\\n\\u0041\"", "\"\\u12g4\"", "\"\\ud800\"", "\"\\x\"",
        "\"\u0001\"", "\"é😀\"", "{}", "[]", "[1,]", "{\"a\":1,}", "/*c*/", "//c\n",
        "\"a string of more than thirty-two bytes, so that its end is not in the first block\"", "\"0123456789012345678901234567890\"",
        "\"01234567890123456789012345678901\"", "\"012345678901234567890123456789\\\\\"",
    ];

    private static readonly Gen<string> _heap = Gen.Int[0, _pieces.Length - 1].Select(i => _pieces[i]).Array[0, 30].Select(string.Concat);

    // What is near the end of a document takes another way than what is in the middle of one.
    private static readonly Gen<string> _documents = Gen.OneOf(
        _heap,
        _heap.Select(heap => "[" + heap + "]"),
        _heap.Select(heap => "{\"name\":" + heap + ",\"last\":0}" + new string(' ', 40)),
        _heap.Select(heap => "[\"" + heap + "\"]" + new string('\n', 40)));

    [Fact]
    public void Any_heap_of_pieces_is_scanned_as_the_framework_reads_it()
    {
        int accepted = 0;
        _documents.Sample(document => { Interlocked.Add(ref accepted, Compare(Encoding.UTF8.GetBytes(document))); }, iter: Rounds);
        accepted.Should().BeGreaterThan(Rounds / 100);
    }

    [Fact]
    public void Any_bytes_are_scanned_as_the_framework_reads_them() =>
        Gen.Byte.Array[0, 100].Sample(bytes => { Compare([(byte)'"', .. bytes, (byte)'"']); }, iter: Rounds);

    [Fact]
    public async Task Any_damage_to_a_real_page_is_found_where_the_framework_finds_it()
    {
        byte[] page = await PageAsync();
        Compare(page).Should().Be(1);
        int accepted = 0;
        Gen.Select(Gen.Int[0, page.Length - 1], Gen.OneOf(Gen.Byte, Gen.Int[0, 7].Select(i => "\"\\{},\0\u001f\u0080"u8[i]))).Sample(
            (place, changed) =>
            {
                byte[] damaged = [.. page];
                damaged[place] = changed;
                Interlocked.Add(ref accepted, Compare(damaged));
                Compare(page[..place]).Should().Be(0);
            },
            iter: 2_000);
        accepted.Should().BeInRange(100, 1_990);
    }

    [Fact]
    public void Nesting_is_refused_at_the_depth_at_which_the_framework_refuses_it()
    {
        foreach (int depth in new[] { 1, KlaviyoMap.MaxDepth - 1, KlaviyoMap.MaxDepth })
            Compare(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth))).Should().Be(1);
        Compare(Encoding.UTF8.GetBytes(new string('[', KlaviyoMap.MaxDepth + 1) + new string(']', KlaviyoMap.MaxDepth + 1))).Should().Be(0);
        Compare(Encoding.UTF8.GetBytes(new string('[', 100_000))).Should().Be(0);
    }

    /// <returns>1 when both accept the document, 0 when both refuse it.</returns>
    private static int Compare(byte[] document)
    {
        List<string>? expected = Framework(document);
        List<string>? found = Scanned(document);
        string shown = Encoding.UTF8.GetString(document);
        (found is null).Should().Be(expected is null, "the framework {0} this document: {1}", expected is null ? "refuses" : "accepts", shown);
        if (expected is null)
            return 0;
        found.Should().Equal(expected, "of {0}", shown);
        return 1;
    }

    private static List<string>? Framework(byte[] document)
    {
        List<string> tokens = [];
        var json = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = KlaviyoMap.MaxDepth });
        try
        {
            while (json.Read())
            {
                if (json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
                    tokens.Add(Token(json.TokenType, (int)json.TokenStartIndex, json.ValueSpan, json.ValueIsEscaped));
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return tokens;
    }

    private static List<string>? Scanned(byte[] document)
    {
        List<string> tokens = [];
        var json = new JsonScanner(document, KlaviyoMap.MaxDepth);
        try
        {
            json.NextValue();
            Scan(ref json, tokens);
            json.End();
        }
        catch (JsonException)
        {
            return null;
        }

        return tokens;
    }

    private static void Scan(ref JsonScanner json, List<string> tokens)
    {
        tokens.Add(
            Token(
                json.Kind, json.TokenStart, json.Kind is JsonTokenType.String or JsonTokenType.Number ? json.Text : default,
                json.Kind == JsonTokenType.String && json.IsEscaped));
        if (json.Kind == JsonTokenType.StartObject)
        {
            while (json.NextMember())
            {
                tokens.Add(Token(JsonTokenType.PropertyName, json.TokenStart, json.Text, json.IsEscaped));
                json.NextValue();
                Scan(ref json, tokens);
            }
        }
        else if (json.Kind == JsonTokenType.StartArray)
        {
            while (json.NextItem())
                Scan(ref json, tokens);
        }
    }

    private static string Token(JsonTokenType kind, int start, ReadOnlySpan<byte> text, bool isEscaped) =>
        kind is JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number
            ? $"{kind} at {start}: {Convert.ToHexString(text)}{(isEscaped ? " escaped" : "")}"
            : $"{kind} at {start}";

    private async Task<byte[]> PageAsync()
    {
        using var client = new HttpClient
        {
            BaseAddress = account.Emulator.BaseAddress,
            DefaultRequestHeaders = { { "Authorization", "Klaviyo-API-Key pk_fuzz" }, { "revision", KlaviyoCatalogue.Newest.Revision } },
        };
        return await client.GetByteArrayAsync("/api/profiles?page[size]=2");
    }
}
