using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Requirements for a page: its resources are of the operation's type, a list is a list, and it says whether another page follows. A page that leaves this open could
/// end a run silently.
/// </summary>
internal static class PageRules
{
    /// <exception cref="KlaviyoMaterializationException">A resource in <c>data</c> is of another type.</exception>
    /// <exception cref="KlaviyoProtocolException">The data of a collection is not a list.</exception>
    /// <exception cref="KlaviyoPaginationException">The page does not say whether more pages follow, or it is another page than the requested one.</exception>
    internal static void Require(ResourcePage page, Exchange exchange)
    {
        RequireLinks(page, exchange);
        RequireType(page, exchange.Operation);
    }

    private static void RequireLinks(ResourcePage page, Exchange exchange)
    {
        if (!exchange.Operation.IsCollection)
            return;
        if (!page.IsList)
            throw new KlaviyoProtocolException("The answer is not a page of a collection: its data is not an array.");
        if (exchange.Operation.Paging.HasCursor && ReferenceEquals(page.Links, DocumentLinks.None))
            throw new KlaviyoPaginationException("The answer has no links, so nobody knows whether more pages follow. Klaviyo sends them, with a next, with every page of this operation: something on the way has changed the answer.");
        if (page.Links.Form == NextForm.Unusable || (page.Links.Form == NextForm.Missing && exchange.Operation.Paging.HasCursor))
            throw new KlaviyoPaginationException("The answer's links hold no next that is a link or null, so nobody knows whether more pages follow. Klaviyo sends it with every page of this operation: something on the way has changed the answer.");
        if (page.Links.Next is { Path: { Length: > 0 } path } && !path.EndsWith(PathOf(exchange.Uri), StringComparison.OrdinalIgnoreCase))
            throw new KlaviyoPaginationException("The answer's link to the next page leads to another path than the one that was asked, and a cursor means nothing there. More rows exist than were read.");
        if (page.Links.Self is { } self && SelfLink.IsOfAnother(self, exchange.Uri))
            throw new KlaviyoPaginationException("The answer is that of another page: its links.self holds another page[cursor] than the one that was asked for. None of its rows was taken. Something on the way mixes answers up.");
    }

    // A resource of another type would be missing from the rows, or be read as what it is not.
    private static void RequireType(ResourcePage page, ReadFacts operation)
    {
        for (int i = 0; i < page.Resources.Count; i++)
        {
            KlaviyoResource resource = page.Resources[i];
            if (resource.ResourceType != operation.ResourceType)
                throw new KlaviyoMaterializationException($"a resource of type '{operation.ResourceType}'", "one of another type", !operation.IsCollection ? "$.data.type" : string.Create(CultureInfo.InvariantCulture, $"$.data[{i}].type"), resource.ResourceType, resource.Id);
        }
    }

    private static string PathOf(string uri)
    {
        int query = uri.IndexOf('?', StringComparison.Ordinal);
        return Uri.UnescapeDataString(query < 0 ? uri : uri[..query]).TrimEnd('/');
    }
}
