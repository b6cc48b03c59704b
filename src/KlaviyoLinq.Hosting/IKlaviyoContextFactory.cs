namespace KlaviyoLinq.Hosting;

/// <summary>Makes contexts for accounts that were added with <c>AddKlaviyo</c>, where which one is known only at run time.</summary>
public interface IKlaviyoContextFactory
{
    /// <summary>The names under which accounts were added; the empty one is that of <c>AddKlaviyo</c> without a name.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Makes a context. It is the caller's to dispose; its connections are shared with other contexts of the name and stay open.</summary>
    /// <param name="name">The name that the account was added under. Default: the empty one.</param>
    /// <exception cref="ArgumentException">No account was added under the name; the message lists those that were.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting of the account cannot be right; the message says which.</exception>
    KlaviyoContext CreateContext(string name = "");

    /// <summary>Makes a context of a class of one's own. It is the caller's to dispose.</summary>
    /// <typeparam name="TContext">The class. Its constructor takes a <see cref="KlaviyoOptions"/>, and whatever else the services hold.</typeparam>
    /// <param name="name">The name that the account was added under; null, the default, for that of <c>AddKlaviyo&lt;TContext&gt;</c> without a name.</param>
    /// <exception cref="ArgumentException">No account was added under the name; the message lists those that were.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting of the account cannot be right; the message says which.</exception>
    TContext CreateContext<TContext>(string? name = null)
        where TContext : KlaviyoContext;
}
