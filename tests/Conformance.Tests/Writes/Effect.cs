namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Statements of the effect of commands that are neither creations nor updates, deletions or links.</summary>
internal static class Effect
{
    /// <summary>
    /// Demands that a query reads what LINQ to Objects makes of the account before, and that resources of other types are the same as before.
    /// </summary>
    /// <param name="types">The types whose resources the command adds, changes or removes.</param>
    /// <param name="read">The query.</param>
    /// <param name="expected">The rows that it is to read, in any order.</param>
    internal static Func<WriteWorld, AccountState, AccountState, Task> Of<T>(
        string[] types, Func<WriteWorld, Task<List<T>>> read, Func<AccountState, IEnumerable<T>> expected) => async (world, before, after) =>
    {
        T[] rows = [.. expected(before)];
        (await read(world)).Should().BeEquivalentTo(rows);
        Touched(before, after).Should().BeSubsetOf(types);
    };

    /// <summary>Demands that nothing has changed.</summary>
    internal static Task None(WriteWorld world, AccountState before, AccountState after)
    {
        Touched(before, after).Should().BeEmpty();
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Touched(AccountState before, AccountState after) =>
        after.Except(before).Concat(before.Except(after)).Concat(after.ChangedSince(before)).Select(key => key.Type).Distinct();
}
