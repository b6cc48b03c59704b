using System.Linq.Expressions;

namespace KlaviyoLinq.Samples.Export.Resources;

/// <summary>A column and how it is read from a resource. What is read is requested, and nothing else.</summary>
internal sealed record Column<T>(ColumnHeader Header, Expression<Func<T, object?>> Read)
{
    internal static Column<T> Text(string name, Expression<Func<T, object?>> read) => new(new ColumnHeader(name, ColumnKind.Text), read);

    internal static Column<T> Number(string name, Expression<Func<T, object?>> read) => new(new ColumnHeader(name, ColumnKind.Number), read);

    internal static Column<T> Moment(string name, Expression<Func<T, object?>> read) => new(new ColumnHeader(name, ColumnKind.Moment), read);
}
