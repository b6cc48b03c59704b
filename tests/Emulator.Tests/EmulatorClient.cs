using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests;

/// <summary>Asks an emulator over real HTTP.</summary>
internal sealed class EmulatorClient : IDisposable
{
    private readonly HttpClient _http;

    internal EmulatorClient(KlaviyoEmulator emulator, string revision = "2026-07-15")
    {
        _http = new HttpClient { BaseAddress = emulator.BaseAddress };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_0123456789abcdef");
        _http.DefaultRequestHeaders.Add("revision", revision);
    }

    internal HttpClient Http => _http;

    internal async Task<Answer> Get(string pathAndQuery)
    {
        using HttpResponseMessage response = await _http.GetAsync(pathAndQuery);
        string text = await response.Content.ReadAsStringAsync();
        return new Answer(
            response.StatusCode, JsonElement.Parse(text),
            response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Sends a request with a JSON body; a null body sends none.</summary>
    internal async Task<Answer> Send(string method, string pathAndQuery, string? json = null, string contentType = "application/vnd.api+json")
    {
        using HttpRequestMessage request = new(new HttpMethod(method), pathAndQuery);
        if (json is not null)
            request.Content = new StringContent(json, System.Text.Encoding.UTF8, contentType);
        using HttpResponseMessage response = await _http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return new Answer(
            response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text),
            response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Every page, by following links.next.</summary>
    internal async Task<List<JsonElement>> Pages(string pathAndQuery)
    {
        List<JsonElement> pages = [];
        for (string? next = pathAndQuery; next is not null; next = pages[^1].GetProperty("links").GetProperty("next").GetString())
        {
            Answer answer = await Get(next);
            answer.Status.Should().Be(HttpStatusCode.OK, "{0} answered {1}", next, answer.Body);
            pages.Add(answer.Body);
        }
        return pages;
    }

    /// <summary>Every row of every page.</summary>
    internal async Task<List<JsonElement>> Rows(string pathAndQuery) =>
        [.. (await Pages(pathAndQuery)).SelectMany(page => page.GetProperty("data").EnumerateArray())];

    internal async Task<List<string>> Ids(string pathAndQuery) => [.. (await Rows(pathAndQuery)).Select(row => row.GetProperty("id").GetString()!)];

    public void Dispose() => _http.Dispose();
}
