using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KlaviyoLinq.Samples.Export.Reporting;

/// <summary>The time that is left, beside the bar.</summary>
internal sealed class TimeLeftColumn(Coverage coverage) : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(
            coverage.Left is { } left ? left.ToString(left.TotalDays < 1 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture) + " left" : "",
            Color.Blue);
}
