using System.Linq.Expressions;

namespace KlaviyoLinq.Samples.Export.Resources;

/// <summary>A kind of resource that can be exported.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="columns">All columns.</param>
/// <param name="others">The names of columns that are written only when they are named.</param>
/// <param name="moment">The column that rows are sorted and chosen by.</param>
/// <param name="query">The rows of a plan, oldest first.</param>
internal sealed class ExportedResource<T>(
    string name, Column<T>[] columns, string[] others, Column<T> moment, Func<KlaviyoContext, ExportPlan, IKlaviyoQueryable<T>> query) : IExportedResource
{
    public string Name => name;

    public string Moment => moment.Header.Name;

    public IReadOnlyList<ColumnHeader> Columns { get; } = [.. columns.Select(column => column.Header)];

    public IReadOnlyList<string> DefaultColumns { get; } = [.. columns.Select(column => column.Header.Name).Except(others)];

    public IAsyncEnumerable<KlaviyoPage<object?[]>> Pages(KlaviyoContext klaviyo, ExportPlan plan, KlaviyoCheckpoint? behind)
    {
        IKlaviyoQueryable<object?[]> rows = query(klaviyo, plan).Select(Shape(plan.ColumnNames));
        return (plan.PageSize is { } size ? rows.PageSize(size) : rows).ResumeFrom(behind).AsPages();
    }

    // r => new object[] { moment(r), column(r), … }
    private Expression<Func<T, object?[]>> Shape(string[] chosen)
    {
        ParameterExpression row = Expression.Parameter(typeof(T), "row");
        Column<T>[] wanted = [moment, .. chosen.Select(one => Array.Find(columns, column => column.Header.Name == one)!)];
        return Expression.Lambda<Func<T, object?[]>>(
            Expression.NewArrayInit(typeof(object), wanted.Select(column => Expression.Invoke(column.Read, row))), row);
    }
}
