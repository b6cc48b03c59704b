using System.Runtime.CompilerServices;
using CsCheck;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Security;

/// <summary>Tests that any value stays one segment of the path or one literal of the filter, or is refused by name.</summary>
public sealed class EscapeTests(EmulatedAccount account) : QueryTests(account)
{
    private static readonly string[] _hostile =
    [
        "/", "\\", "..", ".", "%2e%2e", "%2F", "%", "?", "#", "&", "=", "+", " ", "\r\n", "\n", "\0", "\t", ";", ":", "@", "//evil.example", "\"",
        "'", "\\\"", ")", "(", ",", "[", "]",
        "\"),equals(id,\"x\")", "\"]),has(profile)", "page[cursor]=x", "&fields[profile]=email", "\ud83d", "\ude00", "😀", "\u0085", "\u2028", "é", "null", "A",
    ];

    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.String, Gen.Int[0, _hostile.Length - 1].Select(i => _hostile[i]).Array[0, 8].Select(string.Concat));

    [Fact]
    public async Task Any_id_is_one_segment_of_the_path_or_is_refused() =>
        await _text.SampleAsync(
            async id =>
            {
                // The server of the emulator refuses a NUL in a path before the emulator sees it, which is its good right.
                if (id.Contains('\0'))
                    return !IsWellFormed(id) || Klaviyo.Lists[id].Profiles.ToRequestUri().AbsolutePath == $"/api/lists/{Uri.EscapeDataString(id)}/profiles";
                if (await Sent(() => Klaviyo.Lists[id].Profiles.Select(p => p.Id).FirstOrDefaultAsync()) is not { } sent)
                    return id.Length == 0 || id is "." or ".." || !IsWellFormed(id);
                string[] segments = sent.Path.Split('/');
                return sent.Path.All(char.IsAscii)
                    && segments is ["", "api", "lists", _, "relationships", "profiles"]
                    && Uri.UnescapeDataString(segments[3]) == id;
            },
            iter: 300,
            threads: 1);

    [Fact]
    public async Task Any_string_is_one_literal_of_the_filter_or_is_refused() =>
        await _text.SampleAsync(
            async text =>
            {
                if (await Sent(
                        () => Klaviyo.Profiles.Where(p => p.Email == text && p.ExternalId == "1").Select(p => p.Id).FirstOrDefaultAsync()) is not { } sent)
                    return !IsWellFormed(text);
                return Comparisons(sent) is [{ Field: "email", Literals: [{ } literal] }, { Field: "external_id" }] && literal.Text == text;
            },
            iter: 300,
            threads: 1);

    [Fact]
    public async Task Any_string_of_a_list_is_one_literal_of_the_filter_or_is_refused() =>
        await _text.Array[2, 5].SampleAsync(
            async texts =>
            {
                if (await Sent(() => Klaviyo.Profiles.Where(p => texts.Contains(p.Email)).Select(p => p.Id).FirstOrDefaultAsync()) is not { } sent)
                    return !texts.All(IsWellFormed);
                return Comparisons(sent) is [{ Field: "email" } comparison] && comparison.Literals.Select(literal => literal.Text).ToHashSet().SetEquals(texts);
            },
            iter: 200,
            threads: 1);

    [Fact]
    public async Task Any_string_in_a_hole_of_an_unchecked_filter_is_one_literal_or_is_refused() =>
        await _text.SampleAsync(
            async text =>
            {
                if (await Sent(() => Klaviyo.Profiles.WhereUnchecked($"equals(email,{text})").Select(p => p.Id).FirstOrDefaultAsync()) is not { } sent)
                    return !IsWellFormed(text);
                return Comparisons(sent) is [{ Field: "email", Literals: [{ } literal] }] && literal.Text == text;
            },
            iter: 200,
            threads: 1);

    [Fact]
    public async Task A_filter_that_is_passed_on_unchecked_stays_within_its_parameter() =>
        await _text.SampleAsync(
            async text =>
            {
                if (await Sent(
                        () =>
                            Klaviyo.Profiles.WhereUnchecked(FormattableStringFactory.Create(text.Replace("{", "{{").Replace("}", "}}")))
                                .FirstOrDefaultAsync()) is not { } sent)
                    return true;
                string[] parameters = sent.Query.TrimStart('?').Split('&');
                return sent.Path == "/api/profiles"
                    && parameters.Select(parameter => Uri.UnescapeDataString(parameter.Split('=')[0])).All(name => name is "filter" or "page[size]")
                    && parameters.Count(parameter => parameter.StartsWith("filter=", StringComparison.Ordinal)) == 1;
            },
            iter: 200,
            threads: 1);

    /// <summary>The one request that was sent; null when the query was refused, and nothing was sent.</summary>
    private async Task<ReceivedRequest?> Sent<T>(Func<Task<T>> ask)
    {
        Emulator.ClearRequests();
        try
        {
            await ask();
        }
        catch (UntranslatableQueryException)
        {
            Emulator.Requests.Should().BeEmpty();
            return null;
        }
        catch (ArgumentException)
        {
            Emulator.Requests.Should().BeEmpty();
            return null;
        }
        catch (KlaviyoApiException)
        {
            // The emulator may well find nothing, or a filter that is none: what counts is what it was asked.
        }

        return Emulator.Requests.Single();
    }

    private static List<Comparison> Comparisons(ReceivedRequest sent)
    {
        string filter = sent.Query.TrimStart('?').Split('&').Single(parameter => parameter.StartsWith("filter=", StringComparison.Ordinal))["filter=".Length..];
        (FilterExpression? expression, FilterFault? fault) = FilterParser.Parse(Uri.UnescapeDataString(filter), FilterGrammar.Published);
        fault.Should().BeNull();
        return expression is Junction junction ? [.. junction.Parts.Cast<Comparison>()] : [(Comparison)expression!];
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
