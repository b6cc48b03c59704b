namespace KlaviyoLinq.Commands;

/// <summary>
/// Scope in which commands are judged and recorded, and nothing is sent. It follows the asynchronous flow, so that other callers are not affected.
/// </summary>
internal sealed class ExplainScope
{
    private static readonly AsyncLocal<ExplainScope?> _current = new();

    private IReadOnlyList<JudgedCommand>? _commands;

    /// <summary>The scope of the current flow; null outside any.</summary>
    internal static ExplainScope? Current => _current.Value;

    /// <summary>Runs a program up to its first command, and returns the commands as they would be sent.</summary>
    /// <exception cref="InvalidOperationException">The program sends no command.</exception>
    internal static IReadOnlyList<JudgedCommand> Record(Func<Task> program)
    {
        var scope = new ExplainScope();
        ExplainScope? before = _current.Value;
        _current.Value = scope;
        Task running;
        try
        {
            running = program();
        }
        catch (ExplainedException)
        {
            return scope._commands!;
        }
        finally
        {
            _current.Value = before;
        }

        if (running.IsCompleted && running.Exception?.InnerException is { } failure and not ExplainedException)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return scope._commands
            ?? throw new InvalidOperationException("The program sends no command first. Explain takes one command: klaviyo.Explain(() => klaviyo.Lists.CreateAsync(list)).");
    }

    /// <summary>Records a plan.</summary>
    /// <returns>The exception that ends the program.</returns>
    internal Exception Stop(IReadOnlyList<JudgedCommand> commands)
    {
        _commands ??= commands;
        return new ExplainedException();
    }

    /// <summary>Refuses a query within the scope, which would be sent.</summary>
    /// <exception cref="InvalidOperationException">A scope is active.</exception>
    internal static void ForbidQuery()
    {
        if (Current is not null)
            throw new InvalidOperationException("Explain sends nothing, so its program cannot read. Read what the command needs before, and give Explain the command alone.");
    }

    private sealed class ExplainedException : Exception;
}
