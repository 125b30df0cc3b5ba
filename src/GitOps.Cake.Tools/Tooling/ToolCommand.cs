using System.Collections.Immutable;
using System.Text;

namespace GitOps.Cake.Tooling;

/// <summary>A program to run, with everything it is given. A value: <c>with</c> makes a variant of it.</summary>
public sealed record ToolCommand
{
    /// <summary>A program and its arguments.</summary>
    /// <param name="program">A path, or a name that is looked up on the <c>PATH</c>; never in the working directory.</param>
    /// <param name="arguments">The arguments, each as the program is to see it; no shell reads them.</param>
    public ToolCommand(string program, params ImmutableArray<Argument> arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(program);
        Program = program;
        Arguments = arguments.IsDefault ? [] : arguments;
    }

    /// <summary>A path, or a name that is looked up on the <c>PATH</c>.</summary>
    public string Program { get; init; }

    /// <summary>The arguments in order.</summary>
    public ImmutableArray<Argument> Arguments { get; init; }

    /// <summary>
    /// Variables on top of those of this process, which lack the credentials of GitHub and of the CI system; a null value removes one.
    /// </summary>
    public ImmutableDictionary<string, Argument?> Environment { get; init; } = ImmutableDictionary<string, Argument?>.Empty;

    /// <summary>The folder that the program starts in.</summary>
    /// <value>By default the working directory of this process.</value>
    public string? WorkingDirectory { get; init; }

    /// <summary>What the program can read from its standard input.</summary>
    /// <value>By default nothing: a program that asks a question gets no answer, and does not wait for one.</value>
    public Argument? StandardInput { get; init; }

    /// <summary>What becomes of the standard output.</summary>
    /// <value>By default <see cref="ToolOutputHandling.Capture"/>.</value>
    public ToolOutputHandling Output { get; init; }

    /// <summary>How many bytes of standard output may be captured; a program that prints more is stopped and fails.</summary>
    /// <value>By default 64 MiB.</value>
    public int OutputLimit { get; init; } = 64 * 1024 * 1024;

    /// <summary>Exit codes that are answers; any other is a <see cref="ToolFailedException"/>.</summary>
    /// <value>By default 0 alone.</value>
    public ImmutableArray<int> ExpectedExitCodes { get; init; } = [0];

    /// <summary>How long the program may run; after that it is stopped, and the call fails with a <see cref="ToolTimedOutException"/>.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long the program may take to end by itself after it was interrupted, before it is killed.</summary>
    /// <value>By default the grace period of the runner.</value>
    public TimeSpan? GracePeriod { get; init; }

    /// <summary>Children that the program interrupts by itself; where null, an interrupt goes to the program and all that it started.</summary>
    internal ForwardedInterrupts? Forwards { get; init; }

    /// <summary>What the program is to do, for the message of a failure, as in <c>upgrade the release web</c>.</summary>
    public string? Purpose { get; init; }

    /// <summary>What a person can do about a failure: the last line of its message.</summary>
    public string? Advice { get; init; }

    /// <summary>The command line as a person may see it, quoted for a POSIX shell, secrets as <c>***</c>.</summary>
    public override string ToString()
    {
        var line = new StringBuilder(Quoted(Program));
        foreach (var argument in Arguments)
        {
            if (argument.ToString() is { } shown && (shown.Length > 0 || argument.Reveal().Length == 0))
                line.Append(' ').Append(Quoted(shown));
        }

        return line.ToString();
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.AsSpan().IndexOfAnyExcept(PlainCharacters) < 0
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static readonly System.Buffers.SearchValues<char> PlainCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=:,./@%^*");
}
