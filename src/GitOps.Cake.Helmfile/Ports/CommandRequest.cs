using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A program that a state file names.</summary>
/// <param name="Program">A path, or a name that is looked up on the <c>PATH</c>.</param>
/// <param name="Arguments">The arguments, each as the program is to see it.</param>
/// <param name="Folder">The folder that it starts in.</param>
public sealed record CommandRequest(string Program, ImmutableArray<string> Arguments, string Folder)
{
    /// <summary>Variables on top of those of this process.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the program reads from its standard input; nothing where null.</summary>
    public string? Input { get; init; }

    /// <summary>How long it may run.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Hears every line that the program prints, to standard output or standard error, while it runs and without known secrets.</summary>
    /// <value>By default nobody.</value>
    public Action<string>? Heard { get; init; }

    /// <summary>The program alone: arguments and input may hold secrets.</summary>
    public override string ToString() => Program;
}
