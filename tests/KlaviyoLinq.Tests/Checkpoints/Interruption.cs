namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>Runs that stop and continue with nothing but the text of a checkpoint.</summary>
internal static class Interruption
{
    /// <summary>The first rows of a query, and the text of the place after them.</summary>
    internal static async Task<(List<T> Rows, string? Checkpoint)> FirstAsync<T>(IKlaviyoQueryable<T> query, int count)
    {
        List<T> rows = [];
        if (count == 0)
            return (rows, null);
        await foreach (KlaviyoRow<T> row in query.WithCheckpoints())
        {
            rows.Add(row.Item);
            if (rows.Count == count)
                return (rows, row.Checkpoint.Serialize());
        }

        return (rows, null);
    }

    /// <summary>All rows of a query, read in runs of so many rows each.</summary>
    internal static async Task<(List<T> Rows, int Runs)> InRunsAsync<T>(IKlaviyoQueryable<T> query, params int[] lengths)
    {
        List<T> all = [];
        string? text = null;
        for (int run = 0; ; run++)
        {
            KlaviyoCheckpoint? from = text is null ? null : KlaviyoCheckpoint.Parse(text);
            (List<T> rows, string? next) = await FirstAsync(query.ResumeFrom(from), lengths[run % lengths.Length]);
            all.AddRange(rows);
            if (next is null)
                return (all, run + 1);
            text = next;
        }
    }
}
