using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Http;
using KlaviyoLinq.RateLimiting;

namespace KlaviyoLinq.Commands;

/// <summary>
/// Resolves the conflict of a keyed command that was repeated after a lost answer: the first request may have made the resource that the second finds. It is
/// adopted if it has everything that was sent, attributes and relationships.
/// </summary>
internal static class KeyedConflict
{
    /// <summary>Reads the resource of the key.</summary>
    /// <returns>Its answer, as that of the command.</returns>
    /// <exception cref="KlaviyoConflictException">It has other values than those that were sent.</exception>
    internal static async Task<CommandAnswer> ResolveAsync(
        ExchangeSender exchanges, JudgedCommand command, string id, KlaviyoConflictException conflict, CancellationToken cancellationToken)
    {
        Func<string?, string?>? mask = exchanges.ShowsValues ? null : text => BodyMask.Apply(text, command);
        if (KlaviyoCatalogue.Newest.FindSingle(command.Command.Operation.AnswerType ?? "") is not { } reading)
            throw conflict;
        var exchange = new Exchange(reading, reading.Path.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal), new RunTurn());
        (byte[]? found, _) = await exchanges.SendAsync(exchange, exchanges.Time(exchange), (answer, _) => Read(answer, reading, mask), cancellationToken)
            .ConfigureAwait(false);
        return found is not null && command.Document is not null && HoldsAll(found, command.Document)
            && await HasLinksAsync(command, id, cancellationToken).ConfigureAwait(false)
            ? new CommandAnswer(200, found)
            : throw conflict;
    }

    private static Task<bool> HasLinksAsync(JudgedCommand command, string id, CancellationToken cancellationToken) =>
        JsonElement.Parse(command.Document!).GetProperty("data"u8).TryGetProperty("relationships"u8, out JsonElement sent)
            ? command.Draft.HasLinksAsync?.Invoke(id, sent, cancellationToken) ?? Task.FromResult(false)
            : Task.FromResult(true);

    private static byte[]? Read(KlaviyoAnswer answer, ReadFacts reading, Func<string?, string?>? mask)
    {
        if (AnswerRules.IsNotFound(answer, reading))
            return null;
        AnswerRules.RequireSuccess(answer, reading, mask: mask);
        AnswerRules.RequireDocument(answer);
        return answer.Body.ToArray();
    }

    private static bool HoldsAll(byte[] found, byte[] sent) =>
        Attributes(found) is { } has && Attributes(sent) is { } wanted && SentValues.AreIn(wanted, has);

    private static JsonElement? Attributes(byte[] document) =>
        JsonElement.Parse(document).TryGetProperty("data"u8, out JsonElement data) && data.TryGetProperty("attributes"u8, out JsonElement attributes)
            ? attributes
            : null;
}
