using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Hosting.Settings;

/// <summary>
/// Reads options from a section of the configuration. A setting that is misspelled or cannot be read is an error that names its path; the framework's
/// binder lets the first pass, and sets also what the section does not hold.
/// </summary>
internal static class SettingsReader
{
    /// <param name="name">The name of the options.</param>
    /// <param name="section">Their section.</param>
    /// <param name="options">The options.</param>
    /// <param name="accounts">The paths of all accounts' sections. Those that lie within this one are not settings of it.</param>
    /// <exception cref="OptionsValidationException">A setting is unknown or cannot be read; all of them are named.</exception>
    internal static void Apply(string name, IConfigurationSection section, KlaviyoOptions options, IReadOnlySet<string> accounts)
    {
        List<string> failures = [];
        Apply(section, options, failures, accounts);
        if (failures.Count > 0)
            throw new OptionsValidationException(name, typeof(KlaviyoOptions), failures);
    }

    private static void Apply(IConfigurationSection section, object target, List<string> failures, IReadOnlySet<string> accounts)
    {
        PropertyInfo[] settings = [.. target.GetType().GetProperties().Where(property => IsScalar(property) || IsGroup(property))];
        foreach (IConfigurationSection given in section.GetChildren())
        {
            PropertyInfo? setting = settings.FirstOrDefault(property => property.Name.Equals(given.Key, StringComparison.OrdinalIgnoreCase));
            if (setting is null && accounts.Contains(given.Path))
                continue;
            if (setting is null)
                failures.Add($"{given.Path}: unknown setting. Valid settings of {section.Path} are: {string.Join(", ", settings.Select(property => property.Name).Order(StringComparer.Ordinal))}.");
            else if (IsGroup(setting))
                Apply(given, setting.GetValue(target)!, failures, accounts);
            else
                Set(given, setting, target, failures);
        }
    }

    private static void Set(IConfigurationSection given, PropertyInfo setting, object target, List<string> failures)
    {
        Type type = Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType;
        if (given.Value is not { } text)
        {
            failures.Add($"{given.Path}: this is one value, not a section.");
            return;
        }

        if (text.Length == 0 && type != typeof(string))
        {
            if (Nullable.GetUnderlyingType(setting.PropertyType) is not null)
                setting.SetValue(target, null);
            else
                failures.Add($"{given.Path}: the value is empty. {Expected(type)}");
            return;
        }

        if (TryRead(text, type, out object? value))
            setting.SetValue(target, value);
        else
            failures.Add($"{given.Path}: '{text}' cannot be read. {Expected(type)}");
    }

    private static bool TryRead(string text, Type type, out object? value)
    {
        value = null;
        if (type == typeof(string))
            value = text;
        else if (type == typeof(Uri))
            value = Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : null;
        else if (type == typeof(TimeSpan) && text.Equals("infinite", StringComparison.OrdinalIgnoreCase))
            value = Timeout.InfiniteTimeSpan;
        else if (type.IsEnum)
            value = Enum.TryParse(type, text, ignoreCase: true, out object? member) && Enum.IsDefined(type, member) ? member : null;
        else if (TypeDescriptor.GetConverter(type) is { } converter && converter.IsValid(text))
            value = converter.ConvertFromInvariantString(text);
        return value is not null;
    }

    private static string Expected(Type type) => type switch
    {
        _ when type == typeof(TimeSpan) => "Write a time as hours, minutes and seconds, such as '00:01:30', or 'infinite'.",
        _ when type == typeof(Uri) => "Write an absolute address, such as 'https://a.klaviyo.com/'.",
        _ when type == typeof(bool) => "Write true or false.",
        { IsEnum: true } => $"Write one of: {string.Join(", ", Enum.GetNames(type))}.",
        _ => "Write a number.",
    };

    private static bool IsScalar(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return property.SetMethod?.IsPublic == true
            && (
                type == typeof(string)
                    || type == typeof(Uri)
                    || type == typeof(TimeSpan)
                    || type == typeof(bool)
                    || type == typeof(int)
                    || type == typeof(double)
                    || type.IsEnum);
    }

    private static bool IsGroup(PropertyInfo property) =>
        property.PropertyType == typeof(KlaviyoRetryOptions) || property.PropertyType == typeof(KlaviyoWriteOptions);
}
