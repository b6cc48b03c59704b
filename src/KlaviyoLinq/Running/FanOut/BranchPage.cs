using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>Page of one of several requests.</summary>
/// <param name="Branch">Index of the request.</param>
/// <param name="Page">The page.</param>
internal readonly record struct BranchPage(int Branch, ResourcePage Page);
