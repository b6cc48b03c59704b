namespace KlaviyoLinq.Hosting.Contexts;

/// <summary>The names that accounts are added under where none was given.</summary>
internal static class ContextNames
{
    /// <summary>Two context classes without names are two accounts, as a rule: each has options of its own.</summary>
    internal static string Of<TContext>()
        where TContext : KlaviyoContext => typeof(TContext) == typeof(KlaviyoContext) ? "" : typeof(TContext).FullName!;
}
