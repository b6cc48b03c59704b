using System.Collections;
using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Display;

/// <summary>Text of a cell: one line, the same in every culture, and of bounded length.</summary>
internal static class CellText
{
    private const int Longest = 120;

    internal static string Of(object? value)
    {
        string text = Whole(value).ReplaceLineEndings(" ");
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1), "…");
    }

    private static string Whole(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset moment =>
            moment.ToString(moment.Offset == TimeSpan.Zero ? "yyyy-MM-dd HH:mm:ss'Z'" : "yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IKlaviyoEnum known => known.Value,
        JsonElement { ValueKind: not JsonValueKind.String } json => json.GetRawText(),
        JsonElement json => json.GetString()!,
        KlaviyoMap map => string.Join(", ", map.Select(member => $"{member.Key}: {Whole(member.Value)}")),
        KlaviyoResource resource => $"{resource.ResourceType} {resource.Id}",
        KlaviyoObject part => Members(part),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IQueryable => "(query)",
        IEnumerable values => Elements(values),
        _ => value.ToString() ?? "",
    };

    private static string Elements(IEnumerable values) => string.Join(", ", values.Cast<object?>().Take(Longest).Select(Whole));

    private static string Members(KlaviyoObject part) => string.Join(", ",
        from column in Columns.Of(part.GetType())
        let text = column.Text(part)
        where text.Length > 0
        select $"{column.Name}: {text}");
}
