namespace KlaviyoLinq.Hosting;

/// <summary>Factory of contexts for accounts that are chosen at run time and were added with <c>AddKlaviyo</c>.</summary>
public interface IKlaviyoContextFactory
{
    /// <summary>Gets the names of the accounts; the empty one is that of <c>AddKlaviyo</c> without a name.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Creates a context, which the caller disposes; its connections are shared with other contexts of the name and stay open.</summary>
    /// <param name="name">The name that the account was added under. Default: the empty one.</param>
    /// <exception cref="ArgumentException">No account has this name; the message lists the names.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting of the account is invalid; the message says which.</exception>
    KlaviyoContext CreateContext(string name = "");

    /// <summary>Creates a context of your own class, which the caller disposes.</summary>
    /// <typeparam name="TContext">The class. Its constructor takes a <see cref="KlaviyoOptions"/>, and whatever else the services hold.</typeparam>
    /// <param name="name">The name that the account was added under; null, the default, for that of <c>AddKlaviyo&lt;TContext&gt;</c> without a name.</param>
    /// <exception cref="ArgumentException">No account was added under the name; the message lists those that were.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting of the account cannot be right; the message says which.</exception>
    TContext CreateContext<TContext>(string? name = null)
        where TContext : KlaviyoContext;
}
