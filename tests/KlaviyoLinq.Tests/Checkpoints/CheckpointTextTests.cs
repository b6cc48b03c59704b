using System.Text.Json;
using CsCheck;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>A checkpoint as text: what it holds, and what is not a checkpoint.</summary>
[Trait("Category", "Culture")]
public sealed class CheckpointTextTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task Text_and_json_give_the_checkpoint_back()
    {
        KlaviyoCheckpoint checkpoint = await TakenAsync();
        string text = checkpoint.Serialize();

        text.Should().MatchRegex("^klq1\\.[A-Za-z0-9_-]+$").And.HaveLength(text.Length).And.Match(t => t.Length < 400);
        KlaviyoCheckpoint.Parse(text).Should().Be(checkpoint);
        KlaviyoCheckpoint.TryParse($" {text}\n", out KlaviyoCheckpoint? parsed).Should().BeTrue();
        parsed.Should().Be(checkpoint);
        Generic<KlaviyoCheckpoint>(text).Should().Be(checkpoint);
        string json = JsonSerializer.Serialize(new { Checkpoint = checkpoint });
        json.Should().Be($$"""{"Checkpoint":"{{text}}"}""");
        JsonSerializer.Deserialize<Dictionary<string, KlaviyoCheckpoint>>(json)!["Checkpoint"].Should().Be(checkpoint);
        (checkpoint.Operation, checkpoint.Revision, checkpoint.Account, checkpoint.RowsConsumed).Should().Be(("get_profiles", "2026-07-15", "EMUL8R", 13));
        checkpoint.GetHashCode().Should().Be(parsed!.GetHashCode());
    }

    [Fact]
    public async Task The_same_place_of_the_same_query_has_the_same_text_in_every_process()
    {
        KlaviyoCheckpoint first = await TakenAsync();
        KlaviyoCheckpoint second = await TakenAsync();

        second.Serialize().Should().Be(first.Serialize());
        Convert.ToHexString(Running.Fingerprints.Of(Composer(Klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10))).Bytes).Should().Be(
            "F336E6CF47C1ADBFE42C064CAB282252CF321FACE3B0C44273D8960CE3B0C4424A44DC15");
    }

    [Fact]
    public async Task Neither_key_nor_filter_values_are_in_the_text_and_no_cursor_is_shown()
    {
        KlaviyoCheckpoint? checkpoint = null;
        await foreach (var row in Klaviyo.Profiles.Where(p => p.Created > Since).OrderBy(p => p.Email).PageSize(2).WithCheckpoints().Take(2))
            checkpoint = row.Checkpoint;
        string text = checkpoint!.Serialize();
        string bytes = System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text.AsSpan(5)));

        bytes.Should().Contain("get_profiles").And.Contain("2026-07-15").And.NotContain("pk_tests").And.NotContain("2026-03-01");
        checkpoint.ToString().Should().Be("get_profiles, 2 rows in, revision 2026-07-15, account EMUL8R");
    }

    [Fact]
    public async Task A_checkpoint_truncated_altered_or_written_by_a_later_version_is_refused_with_the_reason()
    {
        string text = (await TakenAsync()).Serialize();

        Refusal(text[..^3]).Should().Contain("truncated or altered");
        Refusal(text[..20] + (text[20] == 'A' ? 'B' : 'A') + text[21..]).Should().Contain("truncated or altered");
        Refusal("klq3." + text[5..]).Should().Contain("version 3").And.Contain("versions 1 and 2");
        Refusal("").Should().Contain("not a checkpoint");
        Refusal("klq.").Should().Contain("not a checkpoint");
        Refusal("WzE3ODI5NjY0MzIsICI3ZnhtZ2xjYnhQQyIsIHRydWVd").Should().Contain("not a checkpoint");
        KlaviyoCheckpoint.TryParse(null, out _).Should().BeFalse();
        KlaviyoCheckpoint.TryParse(text[..^1], out _).Should().BeFalse();
        FluentActions.Invoking(() => JsonSerializer.Deserialize<KlaviyoCheckpoint>("\"klq3.AA\"")).Should().Throw<JsonException>().WithMessage("*version 3*");
        FluentActions.Invoking(() => JsonSerializer.Deserialize<KlaviyoCheckpoint>("7")).Should().Throw<JsonException>();
    }

    [Fact]
    public async Task No_altered_text_is_taken_for_a_checkpoint()
    {
        string text = (await TakenAsync()).Serialize();
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char[' ', '~']).Array[1, 4].Sample(
            changes =>
            {
                char[] altered = text.ToCharArray();
                foreach ((int at, char c) in changes)
                    altered[at] = c;
                string changed = new(altered);
                return KlaviyoCheckpoint.TryParse(changed, out KlaviyoCheckpoint? parsed) == (parsed is not null)
                    && (parsed is null || parsed.Serialize() == text);
            },
            iter: 5_000);
    }

    private static string Refusal(string text) => FluentActions.Invoking(() => KlaviyoCheckpoint.Parse(text)).Should().Throw<FormatException>().Which.Message;

    private static T Generic<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);

    private static Requests.KlaviyoRequest Composer<T>(IKlaviyoQueryable<T> query) => Composing.Composer.Provider(query).Request(query.Expression);

    private async Task<KlaviyoCheckpoint> TakenAsync() =>
        KlaviyoCheckpoint.Parse((await Interruption.FirstAsync(Klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10), 13)).Checkpoint!);
}
