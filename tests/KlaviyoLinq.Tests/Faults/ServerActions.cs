namespace KlaviyoLinq.Tests.Faults;

/// <summary>Actions of the fault matrix's servers, composed of a few steps.</summary>
internal static class ServerActions
{
    /// <summary>Answers with these bytes and keeps the connection.</summary>
    internal static FaultAnswer Send(Func<Exchange, byte[]> answer) => exchange => exchange.SendAsync(answer(exchange));

    /// <summary>Answers with a document made of the page.</summary>
    internal static FaultAnswer Document(Func<string, string> change) => Send(exchange => Wire.Sized(change(exchange.Page)));

    /// <summary>Answers with these bytes and ends the connection.</summary>
    internal static FaultAnswer SendAndEnd(Func<Exchange, byte[]> answer, Ending ending = Ending.Closed) => async exchange =>
    {
        await exchange.SendAsync(answer(exchange));
        exchange.End(ending);
    };

    /// <summary>Breaks off within the head of a whole answer, after the byte that the variant says.</summary>
    internal static FaultAnswer CutHead(Ending ending) => SendAndEnd(exchange => Wire.Sized(exchange.Page)[..(exchange.Variant + 1)], ending);

    /// <summary>Breaks off within the body of an answer, before the byte that the variant says.</summary>
    /// <param name="answer">The whole answer.</param>
    /// <param name="ending">How the connection ends.</param>
    /// <param name="first">How many bytes of the body come in the first variant.</param>
    internal static FaultAnswer CutBody(Func<string, byte[]> answer, Ending ending, int first = 0) => SendAndEnd(
        exchange =>
        {
            byte[] whole = answer(exchange.Page);
            return whole[..(Wire.BodyStart(whole) + first + exchange.Variant)];
        },
        ending);
}
