using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.JsonApi;

namespace KlaviyoLinq.Execution;

/// <summary>What a page must tell before it is taken for one: that it is a list, and whether another one follows. A page that leaves it open could be the silent end of a run.</summary>
internal static class PageRules
{
    /// <exception cref="KlaviyoProtocolException">What should be a list is none.</exception>
    /// <exception cref="KlaviyoPaginationException">Nobody can know whether there are more pages, or they belong to something else.</exception>
    internal static void Require(ResourcePage page, PagePlace place)
    {
        if (place.Operation.Shape != OperationShape.Collection)
            return;
        if (!page.IsList)
            throw new KlaviyoProtocolException("The answer is no page of a collection: its data is no array.");
        if (place.Operation.Paging.HasCursor && ReferenceEquals(page.Links, DocumentLinks.None))
            throw new KlaviyoPaginationException("The answer has no links, so nobody knows whether more pages follow. Klaviyo sends them, with a next, with every page of this operation: something on the way has changed the answer.");
        if (page.Links.Form == NextForm.Unusable || (page.Links.Form == NextForm.Missing && place.Operation.Paging.HasCursor))
            throw new KlaviyoPaginationException("The answer's links hold no next that is a link or null, so nobody knows whether more pages follow. Klaviyo sends it with every page of this operation: something on the way has changed the answer.");
        if (page.Links.Next is { Path: { Length: > 0 } path } && !path.EndsWith(PathOf(place.Uri), StringComparison.OrdinalIgnoreCase))
            throw new KlaviyoPaginationException("The answer's link to the next page leads to another path than the one that was asked, and a cursor means nothing there. More rows exist than were read.");
        if (page.Links.Self is { } self && SelfLink.IsOfAnother(self, place.Uri))
            throw new KlaviyoPaginationException("The answer is that of another page: its links.self holds another page[cursor] than the one that was asked for. None of its rows was taken. Something on the way mixes answers up.");
    }

    private static string PathOf(string uri)
    {
        int query = uri.IndexOf('?', StringComparison.Ordinal);
        return Uri.UnescapeDataString(query < 0 ? uri : uri[..query]).TrimEnd('/');
    }
}
