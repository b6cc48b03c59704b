using System.Linq.Expressions;
using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Documents.Repetition;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Tests.Columns;

/// <summary>One projection of one class, over both ways: columns, and objects of the model.</summary>
internal sealed class ColumnCase
{
    private readonly Projection _projection;

    private ColumnCase(LambdaExpression lambda, string? sortedBy) => _projection = new Projection(lambda, ModelMap.Empty, sortedBy);

    internal bool HasColumns => _projection.Columns is not null;

    internal static ColumnCase Of<TResource, TRow>(Expression<Func<TResource, TRow>> lambda, string? sortedBy = null) => new(lambda, sortedBy);

    /// <summary>A row of the values of these members.</summary>
    internal static ColumnCase Of(Type type, IEnumerable<ModelPath> paths)
    {
        ParameterExpression resource = Expression.Parameter(type, "r");
        return new ColumnCase(
            Expression.Lambda(Expression.NewArrayInit(typeof(object), paths.Select(path => Expression.Convert(path.From(resource), typeof(object)))), resource),
            null);
    }

    /// <summary>The rows of columns, in words; what was thrown where they could not be read.</summary>
    internal Outcome ByColumns<TRow>(string document, PageMemory? memory = null) =>
        Outcome.Of(() => Rows<TRow>(DocumentReader.Read(Encoding.UTF8.GetBytes(document), null, memory, _projection.Columns!)));

    /// <summary>The rows of whole resources.</summary>
    internal Outcome ByObjects<TRow>(string document, IReadOnlyList<Fieldset>? fieldsets = null) =>
        Outcome.Of(() => Rows<TRow>(DocumentReader.Read(Encoding.UTF8.GetBytes(document), fieldsets)));

    private IReadOnlyList<TRow> Rows<TRow>(ResourcePage page)
    {
        Shaper<TRow> shaper = _projection.For<TRow>([]);
        return [.. page.Resources.Select(shaper.Shape)];
    }

    /// <summary>Rows, or the error in their place.</summary>
    internal sealed record Outcome(string? Rows, KlaviyoException? Failure)
    {
        internal static Outcome Of<TRow>(Func<IReadOnlyList<TRow>> rows)
        {
            try
            {
                return new Outcome(string.Join('\n', rows().Select(row => Words(row))), null);
            }
            catch (KlaviyoException failure)
            {
                return new Outcome(null, failure);
            }
        }

        private static string Words(object? value) => value switch
        {
            null => "null",
            object?[] values => string.Join(" | ", values.Select(Words)),
            KlaviyoValue scalar => $"scalar {scalar} {scalar == default}",
            _ => $"{value.GetType().Name} {value}",
        };
    }
}
