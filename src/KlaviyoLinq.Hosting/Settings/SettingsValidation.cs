using KlaviyoLinq.Errors;
using Microsoft.Extensions.Options;

namespace KlaviyoLinq.Hosting.Settings;

/// <summary>
/// Checks an account's options when the host starts. What is wrong is named by its path in the configuration, where the options come from there.
/// </summary>
/// <param name="name">The name of the options.</param>
/// <param name="path">The path of the account's section: <c>Klaviyo</c>; null where there is none.</param>
internal sealed class SettingsValidation(string name, string? path) : IValidateOptions<KlaviyoOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? checkedName, KlaviyoOptions options)
    {
        if (checkedName != name)
            return ValidateOptionsResult.Skip;
        try
        {
            options.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (KlaviyoConfigurationException wrong)
        {
            return ValidateOptionsResult.Fail($"{Setting(wrong.Option)}: {wrong.Advice}");
        }
    }

    private string Setting(string option)
    {
        if (path is not null)
            return $"{path}:{option.Replace('.', ':')}";
        return name.Length == 0 ? $"KlaviyoOptions.{option}" : $"KlaviyoOptions.{option} of the account '{name}'";
    }
}
