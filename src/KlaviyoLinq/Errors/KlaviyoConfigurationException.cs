namespace KlaviyoLinq.Errors;

/// <summary>An option is invalid. Thrown before any request; the message names the option and the remedy, and never contains a key.</summary>
public sealed class KlaviyoConfigurationException : ArgumentException
{
    private readonly string _owner;
    private readonly string _advice;

    internal KlaviyoConfigurationException(string option, string advice)
        : this("KlaviyoOptions", option, advice)
    {
    }

    internal KlaviyoConfigurationException(string owner, string option, string advice)
        : base(advice, option) => (_owner, _advice) = (owner, advice);

    /// <summary>The name of the option: <c>ApiKey</c>.</summary>
    public string Option => ParamName!;

    /// <summary>Remedy, without the option's name.</summary>
    public string Advice => _advice;

    /// <summary>The option and what to do about it.</summary>
    public override string Message => $"{_owner}.{Option}: {_advice}";
}
