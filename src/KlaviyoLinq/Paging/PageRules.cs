using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Requirements for a page: its resources are of the operation's type, a list is a list, and it says whether another page follows. A page that leaves
/// this open could end a run silently.
/// </summary>
internal static class PageRules
{
    /// <exception cref="KlaviyoMaterializationException">A resource in <c>data</c> is of another type.</exception>
    /// <exception cref="KlaviyoProtocolException">The data of a collection is not a list.</exception>
    /// <exception cref="KlaviyoPaginationException">The page does not say whether more pages follow, or it is another page than the requested one.</exception>
    internal static void Require(ResourcePage page, Exchange exchange)
    {
        var operation = (ReadFacts)exchange.Operation;
        RequireLinks(page, exchange, operation);
        RequireType(page, operation);
    }

    private static void RequireLinks(ResourcePage page, Exchange exchange, ReadFacts operation)
    {
        if (!operation.IsCollection)
            return;
        if (!page.IsList)
            throw new KlaviyoProtocolException("The answer is not a page of a collection: its data is not an array.");
        if (operation.Paging.HasCursor && ReferenceEquals(page.Links, DocumentLinks.None))
            throw new KlaviyoPaginationException("The answer has no links, so it is unknown whether more pages follow. Klaviyo sends links.next with every page of this operation: check for a proxy that changes answers.");
        if (page.Links.Form == NextForm.Unusable || (page.Links.Form == NextForm.Missing && operation.Paging.HasCursor))
            throw new KlaviyoPaginationException("The answer's links.next is missing, or neither a link nor null, so it is unknown whether more pages follow. Klaviyo sends it with every page of this operation: check for a proxy that changes answers.");
        if (page.Links.Next is { Path: { Length: > 0 } path } && !path.EndsWith(PathOf(exchange.Uri), StringComparison.OrdinalIgnoreCase))
            throw new KlaviyoPaginationException("The answer's link to the next page leads to another path than that of the request, where its cursor has no meaning. More rows exist than were read.");
        if (page.Links.Self is { } self && SelfLink.IsOfAnother(self, exchange.Uri))
            throw new KlaviyoPaginationException("The answer belongs to another page: its links.self holds another page[cursor] than the request. None of its rows was used: check for a proxy that mixes up answers.");
    }

    // A resource of another type would be missing from the rows, or be read as what it is not.
    private static void RequireType(ResourcePage page, ReadFacts operation)
    {
        for (int i = 0; i < page.Resources.Count; i++)
        {
            KlaviyoResource resource = page.Resources[i];
            if (resource.ResourceType != operation.ResourceType)
                throw new KlaviyoMaterializationException(
                    $"a resource of type '{operation.ResourceType}'", "one of another type",
                    !operation.IsCollection ? "$.data.type" : string.Create(CultureInfo.InvariantCulture, $"$.data[{i}].type"),
                    resource.ResourceType, resource.Id);
        }
    }

    private static string PathOf(string uri)
    {
        int query = uri.IndexOf('?', StringComparison.Ordinal);
        return Uri.UnescapeDataString(query < 0 ? uri : uri[..query]).TrimEnd('/');
    }
}
