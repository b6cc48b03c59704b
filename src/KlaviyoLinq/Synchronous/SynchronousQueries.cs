using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq.Synchronous;

/// <summary>Chooses the synchronous operators, if the options allow them. The reference is conditional, so that trimming can remove them.</summary>
internal static class SynchronousQueries
{
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "KlaviyoOptions.AllowSynchronousQueries warns where it is called.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "KlaviyoOptions.AllowSynchronousQueries warns where it is called.")]
    internal static Func<IQueryEngine, Expression, object?>? Terminal(bool areAllowed) => areAllowed ? SynchronousTerminal.Execute : null;
}
