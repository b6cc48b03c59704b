namespace KlaviyoLinq.Display;

/// <summary>Source of the notebook formatters of this library's types. Created and called by reflection.</summary>
internal sealed class DisplaySource
{
    internal const string Html = "text/html";
    internal const string Text = "text/plain";

    /// <summary>One formatter for each form.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new DisplayFormatter(Html, HtmlView.Write), new DisplayFormatter(Text, TextView.Write)];
}
