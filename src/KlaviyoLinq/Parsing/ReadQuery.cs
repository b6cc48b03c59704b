using System.Linq.Expressions;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Parsing;

/// <summary>A parsed query: the form for the judge, and the projection for the shaper.</summary>
/// <param name="Form">What was written.</param>
/// <param name="Projection">From the queried resource to a row.</param>
internal sealed record ReadQuery(QueryForm Form, LambdaExpression Projection);
