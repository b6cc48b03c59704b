using System.Globalization;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Commands;

/// <summary>Checks a plan against what is left of the day: Klaviyo counts some operations by the day, over all revisions and processes together.</summary>
internal static class DailyBudget
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    /// <summary>Returns a finding for each operation of which the plan has more requests than Klaviyo accepts today.</summary>
    /// <param name="commands">The plan.</param>
    /// <param name="limits">The limits as this process knows them from earlier answers.</param>
    internal static IEnumerable<KlaviyoFinding> Check(IReadOnlyList<JudgedCommand> commands, Func<IReadOnlyList<KlaviyoRateLimitState>> limits)
    {
        foreach (IGrouping<WriteFacts, JudgedCommand> requests in commands.GroupBy(command => command.Command.Operation))
        {
            WriteFacts operation = requests.Key;
            if (operation.RateLimit.Daily == 0)
                continue;
            int left = Left(limits(), operation) ?? operation.RateLimit.Daily;
            int count = requests.Count();
            if (count > left)
                yield return requests.First().Draft.Site.Finding(
                    KlaviyoFindingCode.BudgetExceeded,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{operation} accepts {operation.RateLimit.Daily} requests a day, of which {left} are left, and the command needs {count}."),
                    "Send less, or wait for the next day: klaviyo.RateLimits shows what is left.");
        }
    }

    private static int? Left(IReadOnlyList<KlaviyoRateLimitState> limits, WriteFacts operation)
    {
        string name = operation.ToString();
        return limits.FirstOrDefault(limit => limit.Name == name)?.Windows.FirstOrDefault(window => window.Length == _day)?.Remaining;
    }
}
