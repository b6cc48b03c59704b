using System.Text;
using CsCheck;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Security;

/// <summary>Tests that any answer is read or rejected by a typed error, without a crash, a hang or excessive memory.</summary>
[Collection("account")]
public sealed class ReaderFuzzTests(EmulatedAccount account)
{
    private const int Rounds = 4_000;

    // A page is at most this many times its size in objects. Empty objects and arrays cost the most for their size.
    private const int BytesPerByte = 200;

    private static readonly string[] _pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "false", "0", "-", "1e400", "123456789012345678901234567890",
        "0.1", "\"\"", "{}", "[]",
        "\"data\":", "\"included\":", "\"links\":", "\"next\":", "\"type\":", "\"id\":", "\"attributes\":", "\"relationships\":",
        "\"type\":\"profile\",", "\"type\":\"unknown\",", "\"2026-13-45\"",
        "\"page[cursor]=\"", "/*", "\ufeff", "[[[[[[[[", "{\"a\":{\"a\":{\"a\":",
    ];

    private static readonly string[] _linkPieces =
    [
        "https://a.klaviyo.com", "http://evil.example", "//", "/api/profiles", "?", "&", "=", "#", "page[cursor]", "page%5Bcursor%5D", "%", "%5", "+",
        "%00", "\ud800", "%ff", "abc", " ", "\r\n",
    ];

    private static readonly Gen<(int Place, int Kind, int Value)> _change = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 5], Gen.Int[0, int.MaxValue]);

    [Fact]
    public async Task Any_damage_to_any_page_ends_in_a_page_or_in_an_error_of_the_library()
    {
        byte[][] pages = await PagesAsync();
        var read = 0;
        var refused = 0;

        Gen.Select(Gen.Int[0, pages.Length - 1], _change.Array[1, 6]).Sample(
            (page, changes) =>
            {
                byte[] damaged = changes.Aggregate(pages[page], Damage);
                if (ReadsWithinBounds(damaged))
                    Interlocked.Increment(ref read);
                else
                    Interlocked.Increment(ref refused);
            },
            iter: Rounds);

        // Both ways are taken, so that neither is tested by accident only.
        read.Should().BeGreaterThan(Rounds / 100);
        refused.Should().BeGreaterThan(Rounds / 10);
    }

    [Fact]
    public void Any_heap_of_pieces_ends_in_a_page_or_in_an_error_of_the_library() =>
        Gen.Int[0, _pieces.Length - 1].Select(i => _pieces[i]).Array[0, 60].Sample(
            pieces =>
            {
                ReadsWithinBounds(Encoding.UTF8.GetBytes(string.Concat(pieces)));
                ReadsWithinBounds(Encoding.UTF8.GetBytes("""{"data":[{"type":"profile","id":"A","attributes":{""" + string.Concat(pieces) + "}}]}"));
            },
            iter: Rounds);

    [Fact]
    public void Any_bytes_end_in_a_page_or_in_an_error_of_the_library() =>
        Gen.Byte.Array[0, 300].Sample(bytes => { ReadsWithinBounds(bytes); }, iter: Rounds);

    [Fact]
    public void Any_link_gives_a_cursor_or_an_error_of_the_library() =>
        Gen.OneOf(
            Gen.String,
            Gen.Int[0, _linkPieces.Length - 1].Select(i => _linkPieces[i]).Array[0, 12].Select(string.Concat))
            .Sample(link =>
            {
                try
                {
                    return NextLink.NextPageOf(link).Cursor.Length <= link.Length;
                }
                catch (KlaviyoPaginationException)
                {
                    return true;
                }
            },
            iter: 20_000);

    /// <returns>Whether a page was read; false when it was refused.</returns>
    private static bool ReadsWithinBounds(byte[] document)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isRead = true;
        try
        {
            DocumentReader.Read(document);
        }
        catch (KlaviyoException failure)
        {
            isRead = false;
            failure.Message.Should().NotBeNullOrWhiteSpace();
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.Should().BeLessThan(64 * 1024 + (BytesPerByte * (long)document.Length), "a document of {0} bytes must not cost more", document.Length);
        return isRead;
    }

    private static byte[] Damage(byte[] page, (int Place, int Kind, int Value) change)
    {
        int at = change.Place % (page.Length + 1);
        int length = Math.Min(1 + (change.Value % 40), page.Length - at);
        return change.Kind switch
        {
            0 => [.. page[..at], .. page[(at + length)..]],
            1 => [.. page[..at], .. Encoding.UTF8.GetBytes(_pieces[change.Value % _pieces.Length]), .. page[at..]],
            2 => [.. page[..at], .. Encoding.UTF8.GetBytes(_pieces[change.Value % _pieces.Length]), .. page[(at + length)..]],
            3 => [.. page[..at], .. page[at..(at + length)], .. page[at..]],
            4 when length > 0 => [.. page[..at], (byte)change.Value, .. page[(at + 1)..]],
            _ => page[..at],
        };
    }

    /// <summary>A small page of every collection, with everything included that there is.</summary>
    private async Task<byte[][]> PagesAsync()
    {
        using var client = new HttpClient
        {
            BaseAddress = account.Emulator.BaseAddress,
            DefaultRequestHeaders = { { "Authorization", "Klaviyo-API-Key pk_fuzz" }, { "revision", KlaviyoCatalogue.Newest.Revision } },
        };
        List<byte[]> pages = [];
        foreach (ReadFacts operation in KlaviyoCatalogue.Newest.Reads.Where(o => o.IsCollection && !o.Path.Contains('{', StringComparison.Ordinal)))
        {
            string include = operation.Includes.Count == 0 ? "" : "include=" + string.Join(',', operation.Includes.Select(i => i.Relationship)) + "&";
            string size = operation.Paging.HasSize ? "page[size]=2" : "";
            using HttpResponseMessage answer = await client.GetAsync($"{operation.Path}?{include}{size}".TrimEnd('?', '&'));
            if (answer.IsSuccessStatusCode)
                pages.Add(await answer.Content.ReadAsByteArrayAsync());
        }

        pages.Should().HaveCountGreaterThan(20);
        return [.. pages];
    }
}
