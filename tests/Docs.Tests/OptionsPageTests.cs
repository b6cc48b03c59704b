using System.Globalization;
using System.Reflection;

namespace KlaviyoLinq.Docs.Tests;

/// <summary>docs/options.md lists every option with its default.</summary>
public sealed class OptionsPageTests
{
    private static readonly string[] _lines = Reading.Checkout.Read("docs/options.md").Split('\n');

    public static TheoryData<string, string> Options
    {
        get
        {
            TheoryData<string, string> options = [];
            foreach (object owner in new object[] { new KlaviyoOptions(), new KlaviyoRetryOptions() })
                foreach (PropertyInfo property in owner.GetType().GetProperties().Where(property => property.CanWrite && property.SetMethod!.IsPublic))
                    options.Add(property.Name, Shown(property.GetValue(owner)));
            return options;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_is_listed_with_its_default(string option, string value) =>
        _lines.Should().ContainSingle(line => line.StartsWith($"| `{option}` | ", StringComparison.Ordinal))
            .Which.Split('|')[2].Trim().Trim('`').Should().Be(value);

    private static string Shown(object? value) => value switch
    {
        null => "null",
        "" => "\"\"",
        bool flag => flag ? "true" : "false",
        KlaviyoCatalogue catalogue when catalogue.Revision == new KlaviyoOptions().Revision => "the newest",
        TimeProvider clock when clock == TimeProvider.System => "system clock",
        TimeSpan { TotalMinutes: >= 2 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes} minutes"),
        TimeSpan span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds} seconds"),
        int bytes and >= 1 << 20 => $"{bytes >> 20} MiB",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
