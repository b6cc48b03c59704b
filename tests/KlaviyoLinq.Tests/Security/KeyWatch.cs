using System.Collections;
using System.Runtime.CompilerServices;

namespace KlaviyoLinq.Tests.Security;

/// <summary>
/// The canary: looks at every exception that is thrown anywhere in the test process, at every log entry and at every host name that is looked up, and ends the
/// process when one of them holds an API key, or when a name that only stands in answers is requested. It sees what no single test looks at.
/// </summary>
internal static class KeyWatch
{
    /// <summary>The keys of the tests.</summary>
    internal static readonly string[] Keys = ["pk_tests", "pk_0123456789abcdef"];

    /// <summary>The links in the answers of the tests lead here, and no code may follow them.</summary>
    internal const string ForeignHost = "a.klaviyo.com";

    private static NameWatch? _names;

    [ThreadStatic]
    private static bool _looking;

    /// <summary>Search for a key in a log entry.</summary>
    internal static WatchedLoggers Loggers { get; } = new(text => Report(FindKey(text), "a log entry"));

    /// <summary>Returns where a key occurs in an exception, its data or its inner exceptions; null where it does not.</summary>
    internal static string? FindKey(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if ((
                    FindKey(cause.Message)
                        ?? cause.Data.Cast<DictionaryEntry>()
                        .Select(entry => FindKey($"{entry.Key}{entry.Value}")).FirstOrDefault(found => found is not null)) is { } place)
                return $"{cause.GetType()}: {place}";
        }

        return null;
    }

    /// <summary>The text before a key, without the key; null where there is none.</summary>
    internal static string? FindKey(string text)
    {
        foreach (string key in Keys)
            if (text.IndexOf(key, StringComparison.OrdinalIgnoreCase) is >= 0 and int found)
                return $"after '{text[..found]}'";
        return null;
    }

    [ModuleInitializer]
    internal static void Start()
    {
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => Look(thrown.Exception);
        _names = new NameWatch(host => Report(host.Equals(ForeignHost, StringComparison.OrdinalIgnoreCase) ? host : null, "a host name that was looked up"));
    }

    private static void Look(Exception exception)
    {
        // What tests themselves say when they fail may quote what was sent. And looking may itself throw.
        if (_looking || IsAssertion(exception))
            return;
        _looking = true;
        try
        {
            Report(FindKey(exception), "an exception");
        }
        finally
        {
            _looking = false;
        }
    }

    private static bool IsAssertion(Exception exception) =>
        exception.GetType().Namespace?.StartsWith("Xunit", StringComparison.Ordinal) == true || (exception.InnerException is { } cause && IsAssertion(cause));

    private static void Report(string? found, string place)
    {
        if (found is not null)
            Environment.FailFast($"A secret came out in {place}: {found}");
    }
}
