using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Faults;

/// <summary>Sends the body of an answer the way a fault wants it sent.</summary>
internal static class FaultyBody
{
    internal static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, Delivery delivery, TimeProvider time, CancellationToken gone)
    {
        if (delivery.Kind == DeliveryKind.Reset)
            context.Abort();
        else if (delivery.SendsNothing)
            await Task.Delay(Timeout.InfiniteTimeSpan, time, gone).ConfigureAwait(false);
        else if (delivery.Kind == DeliveryKind.Trickle)
            await TrickleAsync(context.Response, body, delivery, time, gone).ConfigureAwait(false);
        else
            await BreakOffAsync(context.Response, body[..Math.Min(body.Length, delivery.Bytes)], delivery, time, gone).ConfigureAwait(false);
    }

    /// <summary>Ends after a part of the body. The server itself closes the connection of an answer that is shorter than its Content-Length.</summary>
    private static async Task BreakOffAsync(HttpResponse response, ReadOnlyMemory<byte> part, Delivery delivery, TimeProvider time, CancellationToken gone)
    {
        await response.StartAsync(gone).ConfigureAwait(false);
        await response.BodyWriter.WriteAsync(part, gone).ConfigureAwait(false);
        if (delivery.Kind == DeliveryKind.Stall)
            await Task.Delay(Timeout.InfiniteTimeSpan, time, gone).ConfigureAwait(false);
    }

    private static async Task TrickleAsync(HttpResponse response, ReadOnlyMemory<byte> body, Delivery delivery, TimeProvider time, CancellationToken gone)
    {
        for (int at = 0; at < body.Length; at += delivery.Bytes)
        {
            if (at > 0)
                await Task.Delay(delivery.Pause, time, gone).ConfigureAwait(false);
            await response.BodyWriter.WriteAsync(body.Slice(at, Math.Min(delivery.Bytes, body.Length - at)), gone).ConfigureAwait(false);
        }
    }
}
