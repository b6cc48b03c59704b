using KlaviyoLinq;
using KlaviyoLinq.Model;

namespace Snippets.Readme;

// snippet: your-own-resource
[KlaviyoResource("chapter", "/api/chapters")]
public sealed class Chapter
{
    public string Id { get; set; } = "";

    [Filterable(KlaviyoFilterOperators.Equals | KlaviyoFilterOperators.Any), Sortable]
    public string? Title { get; set; }
}
// end snippet
