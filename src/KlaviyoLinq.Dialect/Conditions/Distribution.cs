namespace KlaviyoLinq.Conditions;

/// <summary>
/// Distributes one junction over the other. Both normal forms are the same algorithm with the roles of "all" and "either" exchanged: a set of
/// products, where a product is a list of literals.
/// </summary>
internal static class Distribution
{
    /// <param name="condition">A condition in negation normal form.</param>
    /// <param name="isConjunction">True to join the literals of a product by "all" (disjunctive form), false to join them by "either" (conjunctive
    /// form).</param>
    /// <param name="cap">The largest number of products.</param>
    internal static IReadOnlyList<IReadOnlyList<Condition>>? Products(Condition condition, bool isConjunction, int cap)
    {
        IReadOnlyList<Condition>? joined = isConjunction ? (condition as All)?.Operands : (condition as Either)?.Operands;
        IReadOnlyList<Condition>? listed = isConjunction ? (condition as Either)?.Operands : (condition as All)?.Operands;
        if (listed is not null)
            return Listed(listed, isConjunction, cap);
        return joined is not null ? Multiplied(joined, isConjunction, cap) : [[condition]];
    }

    private static List<IReadOnlyList<Condition>>? Listed(IReadOnlyList<Condition> operands, bool isConjunction, int cap)
    {
        List<IReadOnlyList<Condition>> products = [];
        foreach (Condition operand in operands)
        {
            if (Products(operand, isConjunction, cap) is not { } more || products.Count + more.Count > cap)
                return null;
            products.AddRange(more);
        }

        return products;
    }

    private static IReadOnlyList<IReadOnlyList<Condition>>? Multiplied(IReadOnlyList<Condition> operands, bool isConjunction, int cap)
    {
        List<List<Condition>> products = [[]];
        foreach (Condition operand in operands)
        {
            if (Products(operand, isConjunction, cap) is not { } factors || (long)products.Count * factors.Count > cap)
                return null;
            if (factors.Count == 1)
                products.ForEach(product => product.AddRange(factors[0]));
            else
                products = [.. from product in products from factor in factors select (List<Condition>)[.. product, .. factor]];
        }

        return products;
    }
}
