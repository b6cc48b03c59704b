using System.Numerics;

namespace KlaviyoLinq.Running;

/// <summary>Sum and count of a stream of numbers.</summary>
internal readonly record struct SumAndCount<T>(T Sum, long Count)
    where T : struct, INumber<T>
{
    /// <summary>The average; null without numbers.</summary>
    internal double? Average => Count == 0 ? null : double.CreateChecked(Sum) / Count;

    internal static async ValueTask<SumAndCount<T>> OfAsync(IAsyncEnumerable<T> rows)
    {
        T sum = T.Zero;
        long count = 0;
        await foreach (T row in rows.ConfigureAwait(false))
        {
            sum = checked(sum + row);
            count++;
        }

        return new SumAndCount<T>(sum, count);
    }
}
