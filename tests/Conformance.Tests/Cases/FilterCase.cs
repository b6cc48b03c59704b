using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Cases;

/// <summary>One operator of one field of one operation with one shape of its operand, and the C# that asks for it.</summary>
/// <param name="Operation">The operation's id: <c>get_profiles</c>.</param>
/// <param name="Field">The filter field: <c>email</c>.</param>
/// <param name="Operator">The operator: <c>any</c>.</param>
/// <param name="Operand">The shape of the operand: <c>none</c>, <c>single</c> or <c>list</c>.</param>
/// <param name="Path">Where the compared value stands in the model: <c>CampaignMessages[].Channel</c>.</param>
/// <param name="Query">The query, given the parent's id and the operand (of a list: an array of objects).</param>
internal sealed record FilterCase(
    string Operation, string Field, string Operator, string Operand, string Path, Func<Contexts, string, object?, IKlaviyoQueryable<object>> Query)
{
    internal bool TakesList => Operand == "list";

    /// <summary>The type of the compared value; null where there is none.</summary>
    internal Type? ValueType { get; private init; }

    public override string ToString() => $"{Operation} {Field} {Operator} {Operand}";

    internal static FilterCase Single<T, TValue>(
        string operation, string field, string filterOperator, string path, Func<Contexts, string, TValue, IKlaviyoQueryable<object>> query)
        where T : KlaviyoResource =>
        new(operation, field, filterOperator, "single", path, (at, id, value) => query(at, id, (TValue)value!)) { ValueType = typeof(TValue) };

    internal static FilterCase List<T, TValue>(
        string operation, string field, string filterOperator, string path, Func<Contexts, string, TValue[], IKlaviyoQueryable<object>> query)
        where T : KlaviyoResource =>
        new(operation, field, filterOperator, "list", path, (at, id, values) => query(at, id, [.. ((object[])values!).Cast<TValue>()]))
        {
            ValueType = typeof(TValue),
        };

    internal static FilterCase Presence<T>(
        string operation, string field, string filterOperator, string path, Func<Contexts, string, IKlaviyoQueryable<object>> query)
        where T : KlaviyoResource =>
        new(operation, field, filterOperator, "none", path, (at, id, _) => query(at, id));
}
