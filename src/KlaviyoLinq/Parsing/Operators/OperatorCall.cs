using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Terms;

namespace KlaviyoLinq.Parsing.Operators;

/// <summary>One call of an operator, for its reader.</summary>
/// <param name="terms">Reads the parts of the argument.</param>
/// <param name="argument">The argument; null for an operator without one.</param>
/// <param name="row">The row before the operator, as the last projection made it; null for the resource itself.</param>
/// <param name="site">The operator's place in the source.</param>
internal sealed class OperatorCall(TermReader terms, Expression? argument, Expression? row, Site site)
{
    internal TermReader Terms => terms;

    internal Expression Argument => argument!;

    internal Expression? Row => row;

    internal Site Site => site;

    /// <summary>The site with the argument as the author wrote it, for arguments that are not expressions.</summary>
    internal Site WrittenSite => site.At(site.Call.Text ?? "");

    /// <summary>The argument as a term.</summary>
    internal Term Term() => terms.Read(Argument);

    /// <summary>The argument as a value.</summary>
    internal ValueTerm Value() => terms.Value(Argument);
}
