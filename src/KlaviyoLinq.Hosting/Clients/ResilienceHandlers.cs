namespace KlaviyoLinq.Hosting.Clients;

/// <summary>
/// Handlers that retry, hedge or time out by themselves, as <c>ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler())</c> adds them to every
/// client. Their attempts would multiply with the library's, outside of Klaviyo's rate limits.
/// </summary>
internal static class ResilienceHandlers
{
    // Told by their names: a reference would bring their packages to every user.
    private static readonly string[] _names =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>Removes those that are there. Handlers that are added to the client later stay.</summary>
    internal static void RemoveFrom(IList<DelegatingHandler> handlers)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
            if (IsResilience(handlers[i].GetType()))
                handlers.RemoveAt(i);
    }

    private static bool IsResilience(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            if (_names.Contains(type.FullName))
                return true;
        return false;
    }
}
